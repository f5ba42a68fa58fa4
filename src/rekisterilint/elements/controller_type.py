"""Whether the controller is a public body: by the configuration, else by what the notice says."""

from __future__ import annotations

from rekisterilint.elements.evidence import Evidence
from rekisterilint.notice.model import ControllerType, Notice


def judge_controller_type(notice: Notice, evidence: Evidence, configured: str) -> ControllerType:
    """The kind of controller. Signals in the sections that name it outweigh those elsewhere."""
    if configured:
        return ControllerType(configured)
    public = evidence.of("signal", "public-controller")
    private = evidence.of("signal", "private-controller")
    if public or private:
        return _earlier(public, private)
    public = evidence.of("signal", "public-body")
    private = evidence.of("signal", "private-body")
    if public or private:
        return _earlier(public, private)
    return ControllerType.UNKNOWN


def _earlier(public: tuple[object, ...], private: tuple[object, ...]) -> ControllerType:
    if not private:
        return ControllerType.PUBLIC
    if not public:
        return ControllerType.PRIVATE
    return ControllerType.PUBLIC if public[0].unit <= private[0].unit else ControllerType.PRIVATE  # type: ignore[attr-defined]
