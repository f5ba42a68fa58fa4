"""The page of a rule, in one fixed form: for `explain` and for docs/rules.md."""

from __future__ import annotations

from rekisterilint.catalogue.model import Example, Rule
from rekisterilint.reports.levels import confidence_word
from rekisterilint.reports.wording import word

_LABELS = {
    "provision": {"fi": "Peruste", "sv": "Grund", "en": "Provision"},
    "guideline": {"fi": "Ohje", "sv": "Vägledning", "en": "Guideline"},
    "severity": {"fi": "Vakavuus", "sv": "Allvarlighetsgrad", "en": "Severity"},
    "confidence": {"fi": "Varmuus", "sv": "Säkerhet", "en": "Confidence"},
    "message": {"fi": "Viesti", "sv": "Meddelande", "en": "Message"},
    "wrong": {"fi": "Väärin", "sv": "Fel", "en": "Wrong"},
    "right": {"fi": "Oikein", "sv": "Rätt", "en": "Right"},
    "fix": {"fi": "Korjaus", "sv": "Rättelse", "en": "Fix"},
    "pedantic": {"fi": "vain --pedantic", "sv": "endast --pedantic", "en": "only with --pedantic"},
    "safe": {"fi": "--fix", "sv": "--fix", "en": "--fix"},
    "unsafe": {"fi": "--unsafe-fixes", "sv": "--unsafe-fixes", "en": "--unsafe-fixes"},
    "both": {
        "fi": "--fix, epävarmat --unsafe-fixes",
        "sv": "--fix, osäkra --unsafe-fixes",
        "en": "--fix, uncertain ones --unsafe-fixes",
    },
    "none": {"fi": "ei", "sv": "ingen", "en": "none"},
}


def rule_page(rule: Rule, language: str) -> str:
    """Markdown: what the rule finds, provision, severity, confidence, examples, fix."""

    def label(name: str) -> str:
        return _LABELS[name][language]

    severity = word(rule.severity.label, language)
    if rule.pedantic:
        severity += f" ({label('pedantic')})"
    lines = [f"## {rule.id} {rule.name}", "", rule.help[language].strip(), ""]
    lines.append(f"- {label('provision')}: {rule.provision}")
    if rule.guideline:
        lines.append(f"- {label('guideline')}: {rule.guideline}")
    lines.append(f"- {label('severity')}: {severity}")
    lines.append(f"- {label('confidence')}: {confidence_word(rule.confidence.label, language)}")
    lines.append(f"- {label('fix')}: {label(str(rule.options.get('fix', 'none')))}")
    for variant, texts in rule.messages.items():
        suffix = "" if variant == "default" else f" ({variant})"
        lines.append(f"- {label('message')}{suffix}: {texts[language]}")
    for name, example in (("wrong", _example(rule, language, True)), ("right", _example(rule, language, False))):
        if example is not None:
            lines += ["", f"{label(name)}:", "", _quoted(example.text.strip())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A line as a quotation; where lines matter, a block that keeps them."""
    return f"```\n{text}\n```" if "\n" in text else f"> {text}"


def fires(rule: Rule, example: Example) -> bool:
    """Whether the rule must find something in `example`."""
    if rule.kind == "element":
        return example.status in rule.options["statuses"]
    return bool(example.finds)


def _example(rule: Rule, language: str, firing: bool) -> Example | None:
    """An example in `language`, or in Finnish when there is none."""
    fitting = [example for example in rule.examples if fires(rule, example) == firing]
    own = [example for example in fitting if example.language == language]
    chosen = own or fitting
    return chosen[0] if chosen else None
