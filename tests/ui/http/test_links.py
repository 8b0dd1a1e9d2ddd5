"""Permalinks."""

import pytest

from ui.links import place_url, plan_url


def test_link_is_relative_when_no_address_of_the_server_is_known():
    assert plan_url("", "nvp", "2/1.3/b1", 4, 9) == "/plan/nvp?from=4&to=9#2/1.3/b1"


@pytest.mark.parametrize("public", ["https://plan.be/x", "https://plan.be/x/"])
def test_link_starts_with_the_servers_address_when_there_is_one(public):
    assert plan_url(public, "nvp", "1", 0, 1) == "https://plan.be/x/plan/nvp?from=0&to=1#1"


def test_odd_characters_are_encoded_when_they_are_in_id_or_address():
    link = plan_url("", "a/b?c#d é", "x y/é#1", 0, 1)

    assert link == "/plan/a%2Fb%3Fc%23d%20%C3%A9?from=0&to=1#x%20y/%C3%A9%231"


@pytest.mark.parametrize(("address", "link"), [("", "/plan/nvp"), ("2/1.3", "/plan/nvp#2/1.3")])
def test_place_has_a_fragment_when_an_address_is_given(address, link):
    assert place_url("", "nvp", address) == link
