/* <face-map>: taps on the drawing tick the list beside it. The list is the control; the drawing follows it.
   An area of the drawing is one side ("cheeks_left"); a list that has only "cheeks" means both. */
const BOTH = /_(left|right)$/;

customElements.define("face-map", class extends HTMLElement {
  connectedCallback() {
    this.svg = this.querySelector("svg");
    this.boxes = [...this.querySelectorAll("input[type=checkbox]")];
    if (!this.svg || !this.boxes.length) return;
    this.areas = [...this.svg.querySelectorAll("[data-area]")];
    this.chosen = `url(#${this.svg.querySelector("pattern[id$=-treated]").id})`;
    this.svg.addEventListener("click", (event) => this.tap(event.target.closest("[data-area]")));
    this.addEventListener("change", () => this.draw());
    this.draw();
  }

  /* The box of a region: that of its side, else that of both sides. */
  box(area) {
    const named = (name) => this.boxes.find((box) => box.value === name);
    return named(area) ?? named(area.replace(BOTH, ""));
  }

  tap(region) {
    const box = region && this.box(region.dataset.area);
    if (!box || box.disabled) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  draw() {
    const face = this.boxes.find((box) => box.value === "face")?.checked;
    for (const region of this.areas) {
      const ofFace = face && region.closest("[clip-path]");
      const on = ofFace || this.box(region.dataset.area)?.checked;
      region.setAttribute("fill", on ? this.chosen : region.dataset.plain);
      region.dataset.mark = on ? "treated" : "none";
    }
  }
});
