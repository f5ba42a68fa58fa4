"""From a text to a document: parse, collect evidence, assess, run the rules."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec
from msgspec.structs import replace

from rekisterilint.catalogue.compiled import Compiled, compile_catalogue
from rekisterilint.catalogue.model import Catalogue, Rule, Severity
from rekisterilint.catalogue.topics import TopicBank
from rekisterilint.checks import KINDS, Context, Settings
from rekisterilint.elements.assess import assess_elements, worst_of
from rekisterilint.elements.conditions import Situation, claimed_grounds
from rekisterilint.elements.controller_type import judge_controller_type
from rekisterilint.elements.evidence import collect_evidence
from rekisterilint.facts.identifiers import mask_identity_codes
from rekisterilint.findings import Document, Finding, Hit, Value
from rekisterilint.matching import fold
from rekisterilint.notice import Notice, parse_notices
from rekisterilint.postprocess import settle
from rekisterilint.text import Text

NOT_A_NOTICE = "DOC712"
_REMEMBERED = 20_000


class Engine(msgspec.Struct, dict=True):
    """The catalogue compiled, each language when it is first met. Shared by all files of a run."""

    catalogue: Catalogue
    settings: Settings = msgspec.field(default_factory=lambda: Settings(datetime.date.today()))
    rules: Sequence[Rule] | None = None
    _compiled: dict[str, Compiled] = msgspec.field(default_factory=dict)
    _headings: dict[str, bool] = msgspec.field(default_factory=dict)

    @cached_property
    def topic_bank(self) -> TopicBank:
        """The topics that headings have."""
        return TopicBank(self.catalogue)

    def heading_words(self, words: str) -> bool:
        """Whether `words` read as a heading of a privacy notice."""
        known = self._headings.get(words)
        if known is None:
            if len(self._headings) > _REMEMBERED:
                self._headings.clear()
            known = self._headings[words] = bool(self.topic_bank.topics(fold(words)))
        return known

    def compiled(self, language: str) -> Compiled:
        """The catalogue for notices in `language`."""
        if language not in self._compiled:
            self._compiled[language] = compile_catalogue(self.catalogue, language)
        return self._compiled[language]

    def contexts(self, text: Text) -> Iterator[Context]:
        """What is known of each notice in `text`."""
        for notice in parse_notices(text, self.topic_bank):
            yield self._context(notice)

    def check(self, text: Text, path: str) -> Document:
        """The result for one file's text."""
        return self.examine(text, path)[0]

    def examine(self, text: Text, path: str) -> tuple[Document, list[Context]]:
        """The result for one file's text, and what is known of each notice in it."""
        contexts = list(self.contexts(text))
        rules = self.rules if self.rules is not None else list(self.catalogue.rules.values())
        findings: list[Finding] = []
        crashes: list[str] = []
        for context in contexts:
            findings += check_notice(context, rules, crashes)
        first = contexts[0]
        elements = dict(first.elements)
        grounds: set[str] = set()
        for context in contexts:
            elements = worst_of(elements, context.elements)
            grounds |= context.situation.grounds
        if first.notice.facts.identity_codes:
            # From here on the document is only shown: no report may carry the codes on.
            text = replace(
                text,
                content=mask_identity_codes(text.content),
                source=mask_identity_codes(text.source),
            )
        document = Document(
            path=path,
            text=text,
            language=first.notice.language,
            title=mask_identity_codes(first.notice.title),
            controller_type=first.situation.controller_type.value,
            legal_bases=tuple(sorted(grounds)),
            elements=elements,
            findings=settle(findings),
            crashes=tuple(dict.fromkeys(crashes)),
        )
        return document, contexts

    def _context(self, notice: Notice) -> Context:
        compiled = self.compiled(notice.language)
        evidence = collect_evidence(notice, compiled)
        situation = Situation(
            evidence,
            claimed_grounds(evidence),
            judge_controller_type(notice, evidence, self.settings.controller_type),
        )
        elements = assess_elements(notice, self.catalogue.elements, situation)
        return Context(notice, self.catalogue, compiled, situation, elements, self.settings)


def check_notice(context: Context, rules: Iterable[Rule], crashes: list[str]) -> list[Finding]:
    """The findings of `rules`; only DOC712 where the text is no notice at all.

    A rule that crashes is named in `crashes` and the others go on.
    """
    findings: list[Finding] = []
    for rule in sorted(rules, key=lambda rule: rule.id != NOT_A_NOTICE):
        try:
            findings += run_rule(rule, context)
        except Exception as error:
            crashes.append(f"{rule.id}: {type(error).__name__}: {error}")
        if rule.id == NOT_A_NOTICE and findings:
            break
    return findings


def run_rule(rule: Rule, context: Context) -> Iterator[Finding]:
    """The findings of one rule."""
    for hit in KINDS[rule.kind](rule, context):
        yield _finding(rule, hit, context)


def _finding(rule: Rule, hit: Hit, context: Context) -> Finding:
    text = context.notice.text
    words = text.source if hit.in_source else text.content
    excerpt = words[hit.span.start : hit.span.end]
    codes = context.notice.facts.identity_codes
    masked = hit.masked or (
        bool(codes)
        if hit.in_source
        else any(c.start < hit.span.end and hit.span.start < c.end for c in codes)
    )
    if masked:
        excerpt = mask_identity_codes(excerpt)
    severity = hit.severity or rule.severity
    return Finding(
        rule=rule,
        severity=Severity(severity),
        confidence=hit.confidence or rule.confidence,
        span=hit.span,
        excerpt=excerpt.split("\n")[0] if len(excerpt) > 400 else excerpt,
        values=_without_codes(hit.values) if codes else hit.values,
        variant=hit.variant,
        related=hit.related,
        suggestion=hit.suggestion,
        fix=hit.fix,
        section="" if hit.in_source else _section_words(context, hit.span.start),
        masked=masked,
        in_source=hit.in_source,
    )


def _without_codes(values: Mapping[str, Value]) -> Mapping[str, Value]:
    return {
        name: mask_identity_codes(value) if isinstance(value, str)
        else {language: mask_identity_codes(words) for language, words in value.items()}
        for name, value in values.items()
    }


def _section_words(context: Context, offset: int) -> str:
    unit = context.unit_at(offset)
    if unit is None:
        return ""
    heading = context.notice.sections[unit.section].heading
    return mask_identity_codes(context.notice.text.content[heading.start : heading.end]) if heading else ""
