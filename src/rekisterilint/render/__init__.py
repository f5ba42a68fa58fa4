"""From a structured register description to the notice that is published."""

from rekisterilint.render.jinja import TemplateFaultError, render_template
from rekisterilint.render.model import NoticeModel, notice_model

__all__ = ["NoticeModel", "TemplateFaultError", "notice_model", "render_template"]
