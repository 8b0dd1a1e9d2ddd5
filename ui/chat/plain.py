"""A page that takes words, and nothing that stands for a file.

By itself Gradio takes an object that names a file or an address, in the place of any word, for
something that was uploaded: it copies the file, or fetches the address, and tells where the copy
is. On a page that is mounted on another application it does not check whose file that was.
"""

import gradio as gr


class PlainBlocks(gr.Blocks):  # type: ignore[misc]
    """Blocks of which every part is given text or nothing."""

    async def preprocess_data(
        self, block_fn: object, inputs: list[object], *further: object, **named: object
    ) -> list[object]:
        """Return what the parts make of what a page sent.

        Raises:
            gradio.Error: It is not text.
        """
        if not all(value is None or isinstance(value, str) for value in inputs):
            raise gr.Error("This page takes text alone.", print_exception=False)
        made: list[object] = await super().preprocess_data(block_fn, inputs, *further, **named)
        return made
