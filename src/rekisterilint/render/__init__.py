"""From a structured register description to the notice that is published."""

from rekisterilint.render.model import NoticeModel, notice_model
from rekisterilint.render.jinja import TemplateFault, render_template

__all__ = ["NoticeModel", "TemplateFault", "notice_model", "render_template"]
