"""The settings: read once, where the parts are wired together."""

import os
import re
from pathlib import Path
from typing import Annotated, Literal, Self

import platformdirs
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from corpus import SettingsError

PREFIX = "PLANWIJZER_"


def _parts(value: object) -> object:
    """Return the values that stand in a text with commas between them."""
    if not isinstance(value, str):
        return value
    return tuple(part for raw in value.split(",") if (part := raw.strip()))


def _origins(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return origins as they are; an asterisk would stand for everybody's pages."""
    for origin in found:
        if not re.fullmatch(r"https?://(\[[0-9a-fA-F:]+\]|[a-zA-Z0-9.-]+)(:\d+)?", origin):
            raise ValueError(f"{origin!r} is no origin; write https://intranet.example.be")
    return found


_COMMAS = BeforeValidator(_parts)
_ORIGINS = AfterValidator(_origins)


class Settings(BaseSettings):
    """Everything an operator can set, each by an environment variable `PLANWIJZER_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    host: str = Field("127.0.0.1", description="Address the server listens on.")
    port: Annotated[int, Field(ge=1, le=65535)] = Field(
        8321, description="Port the server listens on."
    )
    public_url: str = Field(
        "",
        description="Address under which users reach the server, for absolute permalinks "
        "(https://plan.example.be); empty gives links relative to the server.",
    )
    model: Literal["embeddinggemma-300m", "multilingual-e5-small"] = Field(
        "embeddinggemma-300m", description="Embedding model; the second is the light one."
    )
    model_folder: Path | None = Field(
        None,
        description="Folder that `planwijzer model fetch` takes the model from; empty: anywhere.",
    )
    cache: Path = Field(
        default_factory=lambda: platformdirs.user_cache_path("planwijzer"),
        description="Folder for models and vectors; kept once per machine.",
    )
    vectors: Path | None = Field(
        None,
        description="Folder where vectors are kept between builds; empty means in the cache.",
    )
    corpus: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("planwijzer") / "corpus",
        description="Folder of the documents that were added to the shipped ones.",
    )
    index: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("planwijzer") / "index",
        description="Folder of the saved index.",
    )
    llm: str = Field(
        "",
        description="Language model that words answers and translates, as provider:model; "
        "openai-like:NAME for any OpenAI-compatible server, bundled:smollm2 or bundled:FILE.gguf "
        "to run one in this process, else the name of a LlamaIndex package that is installed, as "
        "ollama:NAME. Empty: answers are the texts' own words.",
    )
    llm_url: str = Field("", description="Address of its server, as http://127.0.0.1:8000/v1.")
    llm_key: SecretStr = Field(
        SecretStr(""), description="Key for that server, where it asks for one."
    )
    llm_seconds: Annotated[int, Field(ge=1, le=600)] = Field(
        60, description="How long it may take; then the answer is in the texts' own words."
    )
    llm_judge: bool = Field(
        False,
        description="Whether the model is asked again, about each sentence that passed the check; "
        "it can only leave more out.",
    )
    threads: Annotated[int, Field(ge=0, le=256)] = Field(
        0, description="Processor threads for the model; 0 leaves the choice to it."
    )
    max_concurrency: Annotated[int, Field(ge=1, le=64)] = Field(
        16,
        description="Questions answered at the same time; they are embedded together. More wait.",
    )
    max_waiting: Annotated[int, Field(ge=0, le=10_000)] = Field(
        32, description="Questions that may wait; beyond it the answer is 503 with Retry-After."
    )
    max_seconds: Annotated[int, Field(ge=1, le=3600)] = Field(
        120, description="How long a caller is kept waiting for an answer before it gets a 503."
    )

    access: Annotated[tuple[Literal["keys", "oidc", "proxy"], ...], NoDecode, _COMMAS] = Field(
        (),
        description="How callers are recognised, one or several with commas between them: `keys` "
        "of `planwijzer keys create`, `oidc` tokens, users named by a `proxy`. Empty: anybody, "
        "which only a server on 127.0.0.1 may be.",
    )
    oidc_issuer: str = Field("", description="Issuer of OpenID Connect tokens, as they state it.")
    oidc_audience: str = Field("", description="Audience that tokens for this server state.")
    oidc_jwks_url: str = Field(
        "", description="Where the issuer's keys are; empty: where the issuer says."
    )
    oidc_role_claim: str = Field(
        "roles",
        description="Claim that gives the role (reader, editor, admin, also with planwijzer- "
        "before it); dots lead into it: realm_access.roles.",
    )
    oidc_group_claim: str = Field("groups", description="Claim that gives the groups.")
    oidc_leeway_seconds: Annotated[int, Field(ge=0, le=300)] = Field(
        30, description="How far the issuer's clock and this one may differ."
    )
    proxy_addresses: Annotated[tuple[str, ...], NoDecode, _COMMAS] = Field(
        (),
        description="Addresses or networks of the proxies in front, with commas between them; "
        "only they are believed about where a request comes from and whose it is.",
    )
    proxy_user_header: str = Field(
        "X-Forwarded-User",
        description="Header in which the proxy names the user, with `proxy` in "
        "`PLANWIJZER_ACCESS`; the proxy must remove it from what users send.",
    )
    proxy_groups_header: str = Field(
        "X-Forwarded-Groups",
        description="Header in which the proxy names the user's groups, with commas.",
    )
    rate_limit: str = Field(
        "120/minute",
        description="How often a caller may ask, as 120/minute or 5000/day, where there is an "
        "access rule; empty: as often as it likes. A key may have a limit of its own.",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode, _COMMAS, _ORIGINS] = Field(
        (),
        description="Origins, as https://intranet.example.be, whose pages may call the API from a "
        "visitor's browser, with commas between them.",
    )
    frame_origins: Annotated[tuple[str, ...], NoDecode, _COMMAS, _ORIGINS] = Field(
        (), description="Origins whose pages may show /embed in a frame, besides this server's own."
    )
    mcp_hosts: Annotated[tuple[str, ...], NoDecode, _COMMAS] = Field(
        (),
        description="Names under which clients of the Model Context Protocol reach /mcp, besides "
        "this machine's own, `PLANWIJZER_HOST` and that of `PLANWIJZER_PUBLIC_URL`; any other is "
        "refused, so that no web page can lead a browser here under a name of its own.",
    )
    database: SecretStr = Field(
        SecretStr(""),
        description="Database of API keys and the log of answers, as "
        "postgresql://user:password@host/name; empty: an SQLite file beside the index.",
    )

    answer_log: bool = Field(
        True,
        description="Whether answers are logged: when, by which key, from where, in what time; "
        "not what was asked.",
    )
    log_questions: bool = Field(
        False, description="Whether the log keeps questions too, but for personal ones."
    )
    log_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        90, description="After how many days the log forgets an answer."
    )

    log_format: Literal["text", "json"] = Field(
        "text",
        description="The server's own output: warnings as text, or JSON with a line per request; "
        "no question is in either.",
    )
    telemetry: str = Field(
        "",
        description="Address of an OpenTelemetry collector (OTLP over HTTP), as "
        "http://127.0.0.1:4318, that is told how long each request and each stage of an answer "
        "took, not what was asked nor by whom; needs the packages of `.[telemetry]`. Empty: "
        "nothing is sent.",
    )

    @property
    def llm_named(self) -> tuple[str, str]:
        """Provider and model of `llm`; both are empty where none is named."""
        provider, _, model = self.llm.partition(":")
        return (provider, model) if model else ("openai-like" if provider else "", provider)

    @property
    def database_file(self) -> Path:
        """Where the SQLite database is, when no other is named."""
        return self.index.parent / "planwijzer.db"

    @property
    def vectors_folder(self) -> Path:
        """Where vectors are kept between builds."""
        return self.vectors or self.cache / "vectors"

    @classmethod
    def load(cls) -> Self:
        """Read the settings from the environment.

        Raises:
            SettingsError: A variable is unknown or its value is not allowed.
        """
        known = {f"{PREFIX}{name.upper()}" for name in cls.model_fields}
        unknown = sorted(
            name for name in os.environ if name.startswith(PREFIX) and name not in known
        )
        if unknown:
            raise SettingsError(
                f"Unknown setting {', '.join(unknown)}.",
                f"Remove it, or use one of: {', '.join(sorted(known))}.",
            )
        try:
            return cls()
        except ValidationError as error:
            problems = "; ".join(
                f"{PREFIX}{'.'.join(map(str, e['loc'])).upper()}: {e['msg']}"
                for e in error.errors()
            )
            raise SettingsError(
                f"A setting is off ({problems}).",
                "Correct it; docs/settings.md lists what is allowed.",
            ) from error
