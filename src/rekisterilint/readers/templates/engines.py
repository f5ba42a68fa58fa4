"""Signs of template engines in a page or a Markdown file, taken out of its words.

Jinja, Liquid, Nunjucks, Twig, Django, Handlebars, Vue, Go and Hugo, ERB, EJS, JSP, ASP, Razor, PHP,
Blade, Smarty and Bottle.
What is left is as long as the source, so every letter keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from rekisterilint.readers.templates.php import php_words
from rekisterilint.readers.templates.values import blanks, is_prose, nothing, value

# Longest first. What the last two open may run to the end of the file.
_OPENING = re.compile(r"\{\{!--|\{\{--|\{\{[<%]|\{\{\{|\{\{|\{%|\{#|\{!!|<%--|<%[=-]?|<\?(?:php\b|=)", re.IGNORECASE)
_CLOSING: Mapping[str, tuple[str, int]] = {
    "{{!--": ("--}}", 8_000),
    "{{--": ("--}}", 8_000),
    "{{<": (">}}", 2_000),
    "{{%": ("%}}", 2_000),
    "{{{": ("}}}", 1_000),
    "{{": ("}}", 1_000),
    "{%": ("%}", 2_000),
    "{#": ("#}", 8_000),
    "{!!": ("!!}", 1_000),
    "<%--": ("--%>", 100_000),
    "<%=": ("%>", 2_000),
    "<%-": ("%>", 2_000),
    "<%": ("%>", 100_000),
}
_COMMENTS = ("{{!--", "{{--", "{#", "<%--", "<%", "{%")
_EXPRESSIONS = ("{{", "{{{", "{!!", "<%=", "<%-")
_BLADE = re.compile(
    r"^[ \t]*@(?:extends|section|endsection|yield|include\w*|if|elseif|else|endif|foreach|endforeach|forelse"
    r"|endforelse|for|endfor|php|endphp|push|endpush|stack|csrf|auth|endauth|guest|endguest|component|endcomponent"
    r"|slot|endslot|isset|endisset|empty|endempty|unless|endunless|switch|endswitch|case|break|default|once"
    r"|endonce|stop|show|parent|props|vite|livewire\w*)\b[^\n]*$",
    re.MULTILINE,
)
_EL = re.compile(r"[$#]\{[^{}\n]{1,200}\}")
# The words of a page of Java that stand in a file of messages.
_MESSAGE = re.compile(r"<(?:fmt:message|spring:message|s:text|s:property|bean:message|c:out)\b[^<>]{0,500}/>")
# What Liquid and its like show nothing of, up to its end.
_UNSHOWN = re.compile(r"\{%-?\s{0,9}(comment|schema|javascript|stylesheet|style)\b", re.IGNORECASE)
_ELSE = re.compile(r"\{[{%][-~]?\s{0,9}(?:else|elsif|elif|elseif)\b")
# A comment without an end goes on to the file's end, so nothing is looked through twice. Smarty's tags, and lines of Python in templates of Bottle.
_TPL_UNSHOWN = re.compile(
    r"^[ \t]*%(?![%>])[^\n]*$|\{\*[^*]*+(?:\*(?!\})[^*]*+)*(?:\*\})?"
    r"|\{/?(?:if|else|elseif|foreach|section|include|block|extends|assign|literal|strip|capture|function)\b[^{}\n]{0,300}\}",
    re.MULTILINE,
)
_TPL_VALUE = re.compile(r"\{\$[^{}\n]{1,200}\}")
_RAZOR_UNSHOWN = re.compile(
    r"@\*[^*]*+(?:\*(?!@)[^*]*+)*(?:\*@)?|@\{[^{}]{0,4000}\}"
    r"|^[ \t]*@(?:model|using|inject|page|layout|namespace|inherits|section|if|foreach|for|while|switch)\b[^\n<]*$"
    r"|^[ \t]*\}(?:[ \t]*else\b[^\n<]*)?[ \t]*$",
    re.MULTILINE,
)
# An address has a word in front of its sign.
_RAZOR_VALUE = re.compile(r"(?<![\w.@\u2060-])@(?:\([^()\n]{1,200}\)|[A-Za-z_]\w{0,80}(?:\.\w{1,80}){0,9}(?:\([^()\n]{0,200}\))?)")
# A path of names, a call, a filter, a helper, a string: no person fills that in by hand.
_CODE = re.compile(
    r"[-~]?\s{0,20}(?:[.$#/>!^&*@'\"`]|else\b|[A-Za-z_$][\w$-]{0,80}\s{0,20}(?:\.\s?[A-Za-z_$]|\[|\(|\||\?)|[a-z]\w{0,40}\s+['\"])",
)
_NAME = re.compile(r"[-~]?\s?[a-z_$][\w$-]{0,80}\s?[-~]?", re.ASCII)
_STRING = re.compile(r"'(?P<single>[^'\\\n]*+(?:\\.[^'\\\n]*+)*)'|\"(?P<double>[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*)\"")
# What alone shows that an engine reads the file.
_SURE = re.compile(r"\{%[-+ \w]|\{\{[<%]|<%[=@\- \n]|<\?php\b|<\?=", re.IGNORECASE)


class Masked(NamedTuple):
    """A source without the signs of its engine, and in how many places words come from elsewhere."""

    text: str
    values: int


def without_templates(
    source: str, *, certain: bool = False, blade: bool = False, el: bool = False, razor: bool = False, tpl: bool = False
) -> Masked:
    """`source` in which expressions are signs for a value, and tags and comments are nothing.

    `certain` says that an engine fills the file in: then a bare name between two braces is one of
    its values. In other files it is a placeholder that somebody forgot, and stays as it is.
    `blade`, `el`, `razor` and `tpl` take out lines of directives (`@section`), expressions like
    `${name}`, those like `@Model.Name`, and Smarty's and Bottle's signs.
    """
    masker = _Masker(source, sure=certain or _SURE.search(source) is not None)
    text = masker.masked()
    values = masker.values
    if blade:
        text = _BLADE.sub(lambda match: blanks(match.group(), 0, len(match.group())), text)
    if tpl:
        text = _TPL_UNSHOWN.sub(lambda match: _alone(match.string, *match.span()), text)
    if razor:
        text = _RAZOR_UNSHOWN.sub(lambda match: blanks(match.group(), 0, len(match.group())), text)
        text = text.replace("@@", nothing("@", 0, 1) + "@")
    expressions = ((el, _EL), (el, _MESSAGE), (razor, _RAZOR_VALUE), (tpl, _TPL_VALUE))
    for pattern in (pattern for used, pattern in expressions if used):
        text, found = pattern.subn(lambda match: value(len(match.group())), text)
        values += found
    return Masked(text, values)


def template_page(source: str, name: str, *, certain: bool) -> Masked:
    """`without_templates` for a page called `name`, whose ending tells the engine."""
    lower = name.lower()
    return without_templates(
        source,
        certain=certain,
        blade=lower.endswith(".blade.php"),
        el=lower.endswith((".jsp", ".jspx", ".jspf", ".ftl", ".ftlh")),
        tpl=lower.endswith(".tpl"),
        razor=lower.endswith((".cshtml", ".razor", ".vbhtml")),
    )


class _Masker:
    """Goes through a source once; what has no end is but characters."""

    def __init__(self, source: str, *, sure: bool) -> None:
        self._source = source
        self._sure = sure
        self._has_tags = "{%" in source
        self._next: dict[str, int] = {}
        self.values = 0

    def masked(self) -> str:
        """The source without the signs."""
        parts: list[str] = []
        at = done = 0
        while match := _OPENING.search(self._source, at):
            start, at = match.span()
            end = self._end(match.group().lower(), at)
            end = self._unshown(start, end)
            words = None if end < 0 else self._words(match.group().lower(), start, at, end)
            if words is None:
                continue
            parts += (self._source[done:start], words)
            at = done = end
        return "".join((*parts, self._source[done:])) if parts else self._source

    def _end(self, opening: str, at: int) -> int:
        """Where what `opening` opened ends; -1 if it does not, or not soon enough."""
        if opening.startswith("<?"):
            end = self._find("?>", at)
            return end + 2 if end >= 0 else len(self._source)
        if opening == "{#" and not self._has_tags:
            return -1
        closing, longest = _CLOSING[opening]
        end = self._find(closing, at)
        return end + len(closing) if 0 <= end <= at + longest else -1

    def _unshown(self, start: int, end: int) -> int:
        """Where the part ends that the tag `start` to `end` begins; `end` if it shows what it holds."""
        opened = _UNSHOWN.match(self._source, start) if end >= 0 else None
        if opened is None:
            return end
        closing = self._find(f"end{opened[1]}", end)
        behind = self._find("%}", closing) if closing >= 0 else -1
        return behind + 2 if behind >= 0 else end

    def _find(self, closing: str, at: int) -> int:
        # Openings come in order, so no stretch of the source is searched twice for one closing.
        known = self._next.get(closing, -2)
        if known == -1 or known >= at:
            return known
        self._next[closing] = found = self._source.find(closing, at)
        return found

    def _words(self, opening: str, start: int, inner: int, end: int) -> str | None:
        """What stands for the part; None where it is no sign of an engine."""
        source = self._source
        if opening.startswith("<?"):
            words, found = php_words(source, start, inner, end)
            self.values += found
            return words
        if opening in ("{{<", "{{%"):
            return self._shortcode(start, inner, end)
        if opening in _COMMENTS:
            return _alone(source, start, end)
        return self._expression(opening, start, inner, end)

    def _shortcode(self, start: int, inner: int, end: int) -> str:
        """One alone in its line shows no words that we know; one in a sentence is a value."""
        words = self._source[inner : end - 3].strip()
        if words.startswith("/") or words.endswith("/") or _is_alone(self._source, start, end):
            return _alone(self._source, start, end)
        if words.split(maxsplit=1)[:1] in (["ref"], ["relref"]):
            return nothing(self._source, start, end)
        self.values += 1
        return value(end - start)

    def _expression(self, opening: str, start: int, inner: int, end: int) -> str | None:
        words = self._source[inner : end - len(_CLOSING[opening][0])].strip()
        if opening == "{{" and not (_CODE.match(words) or (self._sure and _NAME.fullmatch(words))):
            return None
        if words.startswith(("#", "/", "^", "else", "!", ">")):
            return _alone(self._source, start, end)
        self.values += 1
        return _shown(self._source, start, inner, end)


def _shown(source: str, start: int, inner: int, end: int) -> str:
    """The words of an expression's own strings, in their places; a value if it has none."""
    kept: list[str] = []
    at = start
    for string in _STRING.finditer(source, inner, end):
        name = "single" if string["single"] is not None else "double"
        if is_prose(string[name]):
            kept += (nothing(source, at, string.start(name)), string[name])
            at = string.end(name)
    if not kept:
        return value(1) + nothing(source, start + 1, end)
    return "".join(kept) + nothing(source, at, end)


def _alone(source: str, start: int, end: int) -> str:
    """Nothing; where it has a line to itself, an empty line; between two choices, a blank."""
    empty = blanks if _ELSE.match(source, start) or _is_alone(source, start, end) else nothing
    return empty(source, start, end)


def _is_alone(source: str, start: int, end: int) -> bool:
    before = source[max(start - 200, 0) : start].rpartition("\n")[2]
    after = source[end : end + 200].partition("\n")[0]
    return not before.strip() and not after.strip()
