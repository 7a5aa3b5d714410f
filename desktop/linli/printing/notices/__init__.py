"""Official notices on paper by GB/T 9704-2012: `render.render_notices` makes the PDF."""
