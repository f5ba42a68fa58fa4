"""Whether the controller is a public body: by the configuration, else by what the notice says."""

from __future__ import annotations

from rekisterilint.elements.evidence import Evidence, units_of
from rekisterilint.notice.model import ControllerType, Notice


def judge_controller_type(notice: Notice, evidence: Evidence, configured: str) -> ControllerType:
    """The kind of controller (RULES.md, notes to section 1, and section 10).

    What is named as the controller decides, the first of several; then who speaks in the rest of
    the notice, by the number of sentences; then whether it claims to act as an authority. A
    controller that is named without any sign of an authority is private.
    """
    if configured:
        return ControllerType(configured)
    public = units_of(evidence.of("signal", "public-controller"))
    private = units_of(evidence.of("signal", "private-controller"))
    if public or private:
        return _first(public, private)
    public = units_of(evidence.of("signal", "public-body"))
    private = units_of(evidence.of("signal", "private-body"))
    authority = bool(evidence.of("signal", "acts-as-authority"))
    if public and (len(public) > len(private) or authority):
        return ControllerType.PUBLIC
    if private or evidence.of("element", "controller", "stated"):
        return ControllerType.PRIVATE
    return ControllerType.PUBLIC if authority else ControllerType.UNKNOWN


def _first(public: list[int], private: list[int]) -> ControllerType:
    if not private or (public and public[0] <= private[0]):
        return ControllerType.PUBLIC
    return ControllerType.PRIVATE
