"""Two textbook algorithms on directed graphs, iterative so that a long chain of citations cannot exhaust the stack.

Vertices are any hashable values; results do not depend on the order of edges. Imports: the standard library only.
"""

from collections import deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V", bound=Hashable)

_NO_LIMIT = 1 << 60


def strongly_connected(edges: Mapping[V, Collection[V]]) -> list[list[V]]:
    """Return the strongly connected components of a graph, each vertex in exactly one.

    Args:
        edges: Successors of each vertex; vertices that only occur as successors count too.

    Returns:
        Components in no particular order. Source: Tarjan 1972, in linear time.
    """
    index: dict[V, int] = {}
    low: dict[V, int] = {}
    stack: list[V] = []
    on_stack: set[V] = set()
    components: list[list[V]] = []
    for start in edges:
        if start in index:
            continue
        work: list[tuple[V, Iterator[V]]] = []
        _open(start, edges, index, low, stack, on_stack, work)
        while work:
            vertex, successors = work[-1]
            for successor in successors:
                if successor not in index:
                    _open(successor, edges, index, low, stack, on_stack, work)
                    break
                if successor in on_stack:
                    low[vertex] = min(low[vertex], index[successor])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[vertex])
                if low[vertex] == index[vertex]:
                    components.append(_close(vertex, stack, on_stack))
    return components


def disjoint_paths(
    edges: Iterable[tuple[V, V]], starts: Collection[V], ends: Collection[V], unlimited: Collection[V] = ()
) -> int:
    """Return the largest number of paths from starts to ends that share no vertex.

    Args:
        edges: Directed edges.
        starts: Where paths begin; a vertex that is both a start and an end is a path.
        ends: Where paths end.
        unlimited: Vertices that any number of paths may share. At least one vertex of every path must not be among
            them, or the number is meaningless.

    Returns:
        The number, which by Menger's theorem (1927) is also the size of the smallest set of limited vertices
        that meets every path. Source: Dinic 1970 on the graph with every vertex split in two; O(E·√V) here.
    """
    network = _Network()
    numbers: dict[V, int] = {}
    shared = set(unlimited)

    def number(vertex: V) -> int:
        if vertex not in numbers:
            numbers[vertex] = network.add_vertex()
            network.add_vertex()
            capacity = _NO_LIMIT if vertex in shared else 1
            network.add_edge(numbers[vertex], numbers[vertex] + 1, capacity)
        return numbers[vertex]

    source, sink = network.add_vertex(), network.add_vertex()
    for start in set(starts):
        network.add_edge(source, number(start), _NO_LIMIT)
    for end in set(ends):
        network.add_edge(number(end) + 1, sink, _NO_LIMIT)
    for tail, head in set(edges):
        network.add_edge(number(tail) + 1, number(head), _NO_LIMIT)
    return network.max_flow(source, sink)


def _open(
    vertex: V,
    edges: Mapping[V, Collection[V]],
    index: dict[V, int],
    low: dict[V, int],
    stack: list[V],
    on_stack: set[V],
    work: list[tuple[V, Iterator[V]]],
) -> None:
    index[vertex] = low[vertex] = len(index)
    stack.append(vertex)
    on_stack.add(vertex)
    work.append((vertex, iter(edges.get(vertex, ()))))


def _close(vertex: V, stack: list[V], on_stack: set[V]) -> list[V]:
    component: list[V] = []
    while not component or component[-1] != vertex:
        component.append(stack.pop())
        on_stack.discard(component[-1])
    return component


class _Network:
    """A flow network: edge 2k and its reverse 2k+1 lie side by side."""

    def __init__(self) -> None:
        self._out: list[list[int]] = []
        self._head: list[int] = []
        self._room: list[int] = []

    def add_vertex(self) -> int:
        self._out.append([])
        return len(self._out) - 1

    def add_edge(self, tail: int, head: int, capacity: int) -> None:
        for start, end, room in ((tail, head, capacity), (head, tail, 0)):
            self._out[start].append(len(self._head))
            self._head.append(end)
            self._room.append(room)

    def max_flow(self, source: int, sink: int) -> int:
        flow = 0
        while (level := self._levels(source, sink))[sink] >= 0:
            following = [0] * len(self._out)
            while (pushed := self._augment(source, sink, level, following)) > 0:
                flow += pushed
        return flow

    def _levels(self, source: int, sink: int) -> list[int]:
        level = [-1] * len(self._out)
        level[source] = 0
        queue = deque([source])
        while queue and level[sink] < 0:
            vertex = queue.popleft()
            for edge in self._out[vertex]:
                head = self._head[edge]
                if self._room[edge] > 0 and level[head] < 0:
                    level[head] = level[vertex] + 1
                    queue.append(head)
        return level

    def _augment(self, source: int, sink: int, level: list[int], following: list[int]) -> int:
        """Push as much as one shortest path takes; 0 when there is none left in this level graph."""
        path: list[int] = []
        vertex = source
        while vertex != sink:
            out = self._out[vertex]
            while following[vertex] < len(out):
                edge = out[following[vertex]]
                if self._room[edge] > 0 and level[self._head[edge]] == level[vertex] + 1:
                    path.append(edge)
                    vertex = self._head[edge]
                    break
                following[vertex] += 1
            else:
                if not path:
                    return 0
                vertex = self._head[path.pop() ^ 1]
                following[vertex] += 1
        pushed = min(self._room[edge] for edge in path)
        for edge in path:
            self._room[edge] -= pushed
            self._room[edge ^ 1] += pushed
        return pushed
