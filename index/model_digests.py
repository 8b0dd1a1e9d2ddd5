"""The digests that pin the bytes of every known model.

Rows of files are (path, bytes, sha256).
"""

# The official repository, its ungated copy and the packaged copy are
# byte-identical in all of these, the small settings files too, so no route needs leniency.
GEMMA_FILES = (
    (
        "1_Pooling/config.json",
        312,
        "35bbd47d7fdf1e378db6130bcc668b09d1aa67a7bbf7c8f89a9c71f4cc8ebcc6",
    ),
    (
        "2_Dense/config.json",
        134,
        "0661e5e0b67b8f8408ab31ab5d073a78972fc1dc24a49992a64796557e4f9e53",
    ),
    (
        "2_Dense/model.safetensors",
        9_437_272,
        "c327f2acb00149676ade24a75e11eb6ebbd367f9ee050267ba56829d2979f702",
    ),
    (
        "3_Dense/config.json",
        134,
        "8c4575c49353d63fb907878856ba94384635c3b2711fd5b7439e7f71888c66fc",
    ),
    (
        "3_Dense/model.safetensors",
        9_437_272,
        "ffb6cc5162e11e2ce6bc2367e121ee3bbbc4e82e1ee26826bd7573d4948d81b8",
    ),
    ("added_tokens.json", 35, "50b2f405ba56a26d4913fd772089992252d7f942123cc0a034d96424221ba946"),
    ("config.json", 1_488, "8f863f76e2d9c710cc833dc92efa898c9adfd41031c786507cc6b0e49c2e3e68"),
    (
        "config_sentence_transformers.json",
        997,
        "8eadac15526f83d8950aa8d962a7f4f6e3d678bea71689960194561f33a5f64f",
    ),
    (
        "model.safetensors",
        1_211_486_072,
        "cbf5a78393b6a033e0b8a63a57549964f7ed5c6fbeb4ba0694214f36123f2fd2",
    ),
    ("modules.json", 573, "5b5649645fb756dad1a8e2efe7872d3bb32bc00b93c95f276dd17f474eedccdc"),
    (
        "sentence_bert_config.json",
        58,
        "5ea26221ce733ace29a3897360e7c6ac8816b2ca0f7306657d69e594fece7325",
    ),
    (
        "special_tokens_map.json",
        662,
        "2f7b0adf4fb469770bb1490e3e35df87b1dc578246c5e7e6fc76ecf33213a397",
    ),
    (
        "tokenizer.json",
        33_385_008,
        "6852f8d561078cc0cebe70ca03c5bfdd0d60a45f9d2e0e1e4cc05b68e9ec329e",
    ),
    (
        "tokenizer.model",
        4_689_074,
        "1299c11d7cf632ef3b4e11937501358ada021bbdf7c47638d13c0ee982f2e79c",
    ),
    (
        "tokenizer_config.json",
        1_155_346,
        "9076840490613047bc9115963ee96b7702018b0d26ba644240bf856efda93118",
    ),
)

GEMMA_CHUNK = 47_185_920
GEMMA_LAST_CHUNK = 14_841_609
GEMMA_CHUNKS = (
    "49838b721e099645f7baf72198d29c370f575c892aa493b4fd8a3c98f711fbd9",
    "7908921487274523e83c2ef75f48eba81b9b2c4b4fd83ef8b8cfa5524cb963a4",
    "8fbc4f4a401e913e89f05ee923b0a202c2347349a651b803410829c5f5d2b8fa",
    "5a5fbffbd42b253562f3fc11ff9756ef76e82cead10f655d32e7e3e3bf8ae77b",
    "9be329e36af76e897b7f76c5c20ca1e71f39aa009a6b870b9a54738c7c912cd1",
    "9547c8558f1b14bbcef06bbfaa5890a29ca90e5c0c0c205ebd163fa2e12dde5f",
    "60189b60b907fde8285f2a42a9ba22441cf99f9535546a0cbdc9f8d3606a7738",
    "cc456f90381d8b4d76edc13603d67f578e41c67457c7dacdcea54226dfe68a6b",
    "21da8ff2aa8a562cd2b5046188494aa0c1b6367207de4480882641c8fecd8810",
    "ae93635bee20734233ac9cd8a4ee84ee07f23fb2048d92e00c197eabbf70a821",
    "7e41794f6f6eb6970ccedf40902671b9202318cf9fa68fc684ca9e9151f29328",
    "5ae4b23c58d7ba484678bf5c468ef56ee6dc259c29f96cf9063333e6d0b5bc41",
    "4c2b26b665ebc0667e3a3d674e9eb61a8e1e8eb61c52bf9ffe4b5a40f900441a",
    "301ce4b73ae480be8eb2009cebeae0198b741a11b768f79c11a98e8b4b4d4c2b",
    "2f1679a443988a8b431623c9d73e93ad3e3d77ccc927485a76ce9aa41dca3847",
    "1a5ab8f3b1def3815aa1122537628304c102da14a61ef67366f8e977a9f64975",
    "ee143092d3e085e8d213bcb8a8737a8c58083e2cb0c86e457f2fd78eed273f42",
    "9a7b7f55ca38c6340ef0501ccf21d298cf526e7443acc44599fa5bcf340fd73b",
    "1f46ceeef56d263b510455ad701ffcd2c2a7ae77bdb6cf5771f10f2cb6a0aab4",
    "8350b1e57048e83847a4fe7160c8026307bdae78f7c165ec9e12b0fb8081c1b9",
    "dbe831a5a51d87a170bf2053156aa9dad71642fcdb9b6d3dfc1d94a2cc870f28",
    "2efcdb25ce9270d49d2738e8b567d56b0a238c5f48712f7ff3552fe65d149104",
    "de5ff3ebdb3686b628c9e31dad7eeb0124e98a25120845869e2f54b7a9fd5be8",
    "19c584e1cf001b4b39cd2969adf6bbeb73b5c0cdba6adf97a2d7ea651ebc55be",
    "0c4dc8f73a642f3565f17f23c737aa2673fbeb67a881724946aeafa7cd69f77f",
)

# The hub's own multilingual-e5-small is not these bytes: this one was rounded to four bits on
# the way, and vectors of the two must not mix. What is pinned is what `e5_small` writes.
E5_FILES = (
    (
        "1_Pooling/config.json",
        101,
        "d03c1e704fe0eecdc0d5839595c19a6a33211555543c53b547a59f5d6dca2029",
    ),
    ("config.json", 316, "8885d0896bcacc8b0a978e4c45a1523da1d67e62289e9c2e9c5f1995cc6ef0de"),
    (
        "model.safetensors",
        470_639_120,
        "60860adaaff5ecee88f6face3634d53831772959bbc1271501c072be79227490",
    ),
    ("modules.json", 282, "5a04d2d1e039aef346c7fc3ba60cfbe767c19a5bdacbcd30ebba4012fefe1e8b"),
    (
        "sentence_bert_config.json",
        48,
        "109c4e9c15ce9737fa99c96bd044bab8bf89a366e82bc5beae1fa36051c0fea0",
    ),
    (
        "tokenizer.json",
        9_280_563,
        "b90b4e68cdcaefc42eb358caf56d524c9b369493e4f660c0cc8837ef7ab08821",
    ),
    (
        "tokenizer_config.json",
        261,
        "16b3329dbf2202e41686da49b219b4fd848311770b25ada25fbe8f56a034b6d8",
    ),
)
