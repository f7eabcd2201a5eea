"""Growth as pictures: SVG by gnuplot.

Must not measure.
"""
import pathlib
import shutil
import subprocess


def draw(path: pathlib.Path, title: str, x_label: str, y_label: str,
         lines: dict[str, dict[float, float]]) -> bool:
    """Draws each line, a y for each x, over a logarithmic x; false where gnuplot is not here."""
    if shutil.which("gnuplot") is None:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    data = []
    for number, (name, points) in enumerate(lines.items()):
        rows = "\n".join(f"{x} {y}" for x, y in sorted(points.items()))
        data.append((f"$line{number} << END\n{rows}\nEND",
                     f'$line{number} using 1:2 with linespoints lw 2 pt 7 ps 0.6 title "{name}"'))
    script = "\n".join([
        'set terminal svg size 720,400 font "sans-serif,13" background rgb "white"',
        f'set output "{path}"', f'set title "{title}"', f'set xlabel "{x_label}"',
        f'set ylabel "{y_label}"', "set logscale x", "set yrange [0:*]", "set grid",
        "set key top left", *(block for block, _ in data),
        "plot " + ", ".join(plot for _, plot in data)])
    subprocess.run(["gnuplot"], input=script, text=True, check=True)
    return True
