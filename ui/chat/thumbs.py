"""The form under an answer: did it help, and why; `chat.js` sends it."""

from markupsafe import Markup

from ui.chat.conversation import Reply
from ui.wording import words

_FORM = Markup(
    '<form class="feedback" lang="{language}" data-answer="{answer}" data-question="{question}" '
    'data-thanks="{thanks}" data-failed="{failed}">'
    '<p class="thumbs">{helped} {up} {down}</p>'
    '<div class="why" hidden>'
    "<p><label>{why} {hint}"
    '<textarea name="comment" rows="2" maxlength="{longest}"></textarea></label></p>'
    '<p><label><input type="checkbox" name="agreed"> {with_question}</label></p>'
    '<p><button type="submit">{give}</button></p></div>'
    '<p role="status"></p></form>'
)
_THUMB = Markup(
    '<button type="button" data-verdict="{verdict}" aria-pressed="false">{name}</button>'
)
_MAX_COMMENT = 1_000
"""As the API takes it."""


def thumbs(reply: Reply, question: str) -> Markup:
    """Return the form; the question leaves the page only where who asked it agrees."""
    w = words(reply.language).chat
    return _FORM.format(
        language=reply.language,
        answer=reply.id,
        question=question,
        thanks=w.thanks,
        failed=w.not_given,
        helped=w.helped,
        up=_THUMB.format(verdict="up", name=w.helped_yes),
        down=_THUMB.format(verdict="down", name=w.helped_no),
        why=w.why,
        hint=w.why_hint,
        longest=_MAX_COMMENT,
        with_question=w.with_question,
        give=w.give,
    )
