"""Questions whose answers make a register description."""

from rekisterilint.interview.answers import AnswersError, answers_from_file
from rekisterilint.interview.conversation import Stopped, by_lines, converse
from rekisterilint.interview.describe import describe
from rekisterilint.interview.questions import Ask, hold_interview

__all__ = [
    "AnswersError", "Ask", "Stopped", "answers_from_file", "by_lines", "converse", "describe",
    "hold_interview",
]  # fmt: skip
