"""A bidirectional LSTM layer whose recurrent part runs in recurrence.cpp: several times as fast on
one core as nn.LSTM, since each weight gradient is one large product instead of one a time step.

Sentences are padded at their ends. The backward direction reads each sentence reversed within its
length, so padding always comes last, and what is computed there reaches nothing.
"""

import ctypes
import os
import subprocess
import tempfile
from pathlib import Path

import torch
from torch import nn


def compiled():
    source = Path(__file__).parent / "recurrence.cpp"
    library = Path(tempfile.mkdtemp()) / "recurrence.so"
    subprocess.run([os.environ.get("CXX", "g++"), "-O3", "-march=native", "-ffast-math", "-shared",
                    "-fPIC", "-o", str(library), str(source)], check=True)
    return ctypes.CDLL(str(library))


LIBRARY = compiled()


def call(function, shape, *tensors):
    assert all(x.is_contiguous() and x.dtype == torch.float32 for x in tensors)
    function(*(ctypes.c_int(n) for n in shape), *(ctypes.c_void_p(x.data_ptr()) for x in tensors))


class Recurrence(torch.autograd.Function):
    """gates [T, D, B, 4 * H] before the recurrent part (order i, f, g, o), weight [D, H, 4 * H]."""

    @staticmethod
    def forward(ctx, gates, weight):
        steps, directions, batch, wide = gates.shape
        g = gates.clone(memory_format=torch.contiguous_format)
        hidden = g.new_empty(steps, directions, batch, wide // 4)
        cells = torch.empty_like(hidden)
        call(LIBRARY.lstm_forward, hidden.shape, g, weight, cells, hidden)
        ctx.save_for_backward(g, hidden, cells, weight)
        return hidden

    @staticmethod
    def backward(ctx, grad):
        g, hidden, cells, weight = ctx.saved_tensors
        d_gates = torch.empty_like(g)
        call(LIBRARY.lstm_backward, hidden.shape, g, weight, cells, grad.contiguous(), d_gates)
        size, wide = hidden.shape[3], g.shape[3]
        d_weight = torch.stack([
            hidden[:-1, d].reshape(-1, size).t() @ d_gates[1:, d].reshape(-1, wide)
            for d in range(hidden.shape[1])])
        return d_gates, d_weight


class BiLstm(nn.Module):
    def __init__(self, inputs, hidden):
        super().__init__()
        self.hidden = hidden
        bound = (6 / (inputs + hidden)) ** 0.5
        self.input_weight = nn.Parameter(torch.empty(2, inputs, 4 * hidden).uniform_(-bound, bound))
        self.weight = nn.Parameter(torch.empty(2, hidden, 4 * hidden))
        self.bias = nn.Parameter(torch.zeros(2, 4 * hidden))
        with torch.no_grad():
            for direction in self.weight:
                for gate in direction.chunk(4, 1):
                    nn.init.orthogonal_(gate)
            self.bias[:, hidden:2 * hidden] = 1

    def forward(self, x, reverse):
        """x [T, B, inputs]; reverse [T, B]: for each place the place to read instead."""
        steps, batch, inputs = x.shape
        columns = torch.arange(batch).expand(steps, batch)
        both = torch.stack([x, x[reverse, columns]])
        gates = torch.baddbmm(self.bias.unsqueeze(1), both.view(2, steps * batch, inputs),
                              self.input_weight)
        gates = gates.view(2, steps, batch, -1).transpose(0, 1).contiguous()
        hidden = Recurrence.apply(gates, self.weight)
        return torch.cat([hidden[:, 0], hidden[:, 1][reverse, columns]], 2)


def reversal(steps, lengths):
    """[T, B] with places mirrored within each length."""
    places = torch.arange(steps).unsqueeze(1)
    mirrored = lengths.unsqueeze(0) - 1 - places
    return torch.where(mirrored >= 0, mirrored, places)
