import assistant


def test_every_public_name_can_be_had() -> None:
    missing = [name for name in assistant.__all__ if not hasattr(assistant, name)]

    assert missing == []
