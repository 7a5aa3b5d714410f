"""How long contact cards take: `python tests/bench/bench_cards.py [COUNT …]`, CPU seconds.

The aims are those of the design notes: 1,000 cards ten-up within 0.5 s, the first card of a cold
process within 0.2 s.
"""

import resource
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "desktop"), str(Path(__file__).parents[1])]


def main(counts: list[int]) -> None:
    """Print one line per count; the first run includes loading the libraries."""
    start = time.process_time()
    from support.cards import make_card

    from linli.domain.cards import CardLayout
    from linli.printing.cards import render_cards
    from linli.printing.templates import template_of

    names = ("张桂兰", "李建国", "阿依古丽·买买提", "欧阳建平", "王䶮", "古丽巴哈尔·吐尔逊")
    template = template_of("resident")
    print(f"{'cards':>7} {'CPU s':>7} {'file kB':>9} {'peak MB':>8}")
    for count in counts:
        cards = [
            make_card(names[i % len(names)], i + 1, place=f"{i // 40 + 1}号楼{i % 40 + 101}室")
            for i in range(count)
        ]
        printed = render_cards(cards, template, CardLayout.A4_TEN)
        spent = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:>7} {spent:>7.3f} {len(printed.content) / 1000:>9.1f} {peak:>8.0f}")
        start = time.process_time()


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [1, 1, 1000, 10_000])
