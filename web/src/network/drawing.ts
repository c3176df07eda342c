// The network on the screen: sigma draws circles and, with our program, ties; soft areas of the
// camps lie below and names above on canvases of their own.
import Graph from 'graphology';
import Sigma from 'sigma';
import type { Index } from '../model/index';
import type { TieNow } from '../model/ties';
import { bendsOf, distanceTo, type Point } from './curves';
import { convexHull } from './hull';
import { LINE_HEIGHT, nameLines, placeLabels, type Label } from './labels';
import type { Sums } from './sums';
import { mixed, readTheme, rgb, toHex, type Theme } from './theme';
import { makeTieProgram, type TieScene } from './tie_program';

export interface Focus {
  actors: Set<number>; // in full, with their names
  ties: Set<number> | null; // in full; null: all
  strict: Set<number>; // chosen actors
}

export interface Actions {
  chooseActor: (actor: number, adding: boolean) => void;
  chooseTie: (tie: number) => void;
  clear: () => void;
  hover: (what: { actor?: number; tie?: number } | null, x: number, y: number) => void;
}

const MANY_TIES = 4000; // beyond: straight lines
const CALM_TIES = 300; // beyond: only the strongest in full
const FONT = 'px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

export class Drawing {
  readonly sigma: Sigma;
  private readonly graph = new Graph({ multi: false, type: 'undirected' });
  private readonly scene: TieScene;
  private theme: Theme;
  private focus: Focus | null = null;
  private camps: Int8Array;
  private contested = new Set<number>();
  private order: number[]; // actors, most important first
  private lines: string[][];
  private widths: number[];
  private shown: Uint8Array; // ties that are drawn
  private quiet: Uint8Array;
  private bends: Float32Array;
  private readonly upright: boolean;
  private readonly font: string;
  private readonly sizes: number[];
  private overlay = 0; // grows when areas or names changed
  private drawnOverlay = '';
  private cursor = -1;
  private gone = false;
  private frame = 0; // in which the ties are drawn
  private hulls: Point[][] = [];
  private readonly cleaners: (() => void)[] = [];

  constructor(
    private readonly host: HTMLElement,
    private readonly index: Index,
    private readonly actions: Actions,
    camps: Int8Array,
  ) {
    const { actors, ties } = index.report;
    this.camps = camps;
    this.theme = readTheme(host);
    this.upright = host.clientWidth < 0.8 * host.clientHeight;
    const narrow = host.clientWidth < 620;
    this.font = `600 ${narrow ? 11.5 : 13}${FONT}`;
    const heaviest = Math.max(1e-9, ...actors.map((actor) => actor.weight));
    const largest = actors.length > 300 ? 9 : 13;
    const least = actors.length > 2000 ? 2 : actors.length > 300 ? 3 : 5;
    const scale = narrow ? 0.8 : 1;
    this.sizes = actors.map(
      ({ weight }) => scale * (least + largest * Math.sqrt(weight / heaviest)),
    );
    this.order = actors
      .map((_, i) => i)
      .sort((p, q) => actors[q].weight - actors[p].weight || p - q);
    this.lines = actors.map((actor) => nameLines(actor.name));
    this.widths = this.measure();
    this.shown = new Uint8Array(ties.length).fill(1);
    this.quiet = new Uint8Array(ties.length);
    this.bends = this.findBends();
    this.scene = {
      sums: new Float32Array(6),
      bins: 1,
      rows: ties.length,
      window: { from: 0, to: 1, undated: true },
      sign: 0,
      emphasis: new Uint8Array(Math.max(1, ties.length)).fill(255),
      strongest: Math.max(1e-9, ...ties.map((tie) => tie.strength)),
      thickness: ties.length > MANY_TIES ? 0.55 : ties.length > CALM_TIES ? 0.8 : 1,
      colours: this.inks(),
      version: 0,
      emphasisVersion: 0,
    };
    this.fillGraph();
    this.sigma = this.makeSigma();
    this.watch();
  }

  private inks() {
    const { friendly, hostile, unclear } = this.theme;
    return { friendly: rgb(friendly), hostile: rgb(hostile), unclear: rgb(unclear) };
  }

  private measure(): number[] {
    const context = document.createElement('canvas').getContext('2d');
    if (context) context.font = this.font;
    const widthOf = (text: string) => context?.measureText(text).width ?? text.length * 7;
    return this.lines.map((lines) => Math.max(...lines.map(widthOf)));
  }

  private place(actor: number): { x: number; y: number } {
    const { x, y } = this.index.report.actors[actor];
    return this.upright ? { x: y, y: -x } : { x, y };
  }

  private findBends(): Float32Array {
    const points = this.index.report.actors.map((_, i) => ({
      ...this.place(i),
      radius: this.sizes[i],
      half: this.widths[i] / 2,
    }));
    return bendsOf(points, this.index.report.ties);
  }

  private fillGraph(): void {
    const { actors, ties } = this.index.report;
    const many = ties.length > MANY_TIES;
    actors.forEach((_, i) =>
      this.graph.addNode(String(i), {
        ...this.place(i),
        size: this.sizes[i],
        color: this.theme.camps[this.camps[i]],
      }),
    );
    ties.forEach((tie, row) =>
      this.graph.addUndirectedEdgeWithKey(String(row), String(tie.a), String(tie.b), {
        row,
        bend: many ? 0 : this.bends[row],
        type: 'tie',
        size: 1,
        color: '#000',
      }),
    );
  }

  private makeSigma(): Sigma {
    const narrow = this.host.clientWidth < 620;
    const segments = this.index.report.ties.length > MANY_TIES ? 1 : 14;
    const sigma = new Sigma(this.graph, this.host, {
      allowInvalidContainer: true,
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: false,
      stagePadding: narrow ? 44 : 64,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      defaultEdgeType: 'tie',
      edgeProgramClasses: { tie: makeTieProgram(this.scene, segments) },
      defaultDrawNodeHover: () => {},
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio),
    });
    sigma.createCanvas('areas', { beforeLayer: 'edges' });
    sigma.createCanvas('names', { beforeLayer: 'mouse' });
    // The constructor of sigma has drawn before these layers were there.
    const canvases = sigma.getCanvases();
    for (const id of ['areas', 'names']) canvases[id].style.pointerEvents = 'none';
    // Names are ours, and a circle under the pointer looks as before: layers less to put together.
    for (const id of ['edgeLabels', 'labels', 'hovers', 'hoverNodes']) {
      canvases[id].style.display = 'none';
    }
    sigma.on('afterRender', () => this.drawOver());
    return sigma;
  }

  private watch(): void {
    const { sigma } = this;
    sigma.on('clickNode', ({ node, event }) => {
      const { ctrlKey, metaKey } = event.original as MouseEvent;
      this.actions.chooseActor(Number(node), ctrlKey || metaKey);
    });
    sigma.on('enterNode', ({ node, event }) =>
      this.actions.hover({ actor: Number(node) }, event.x, event.y),
    );
    sigma.on('leaveNode', () => this.actions.hover(null, 0, 0));
    sigma.on('clickStage', ({ event }) => {
      const tie = this.tieAt(event.x, event.y);
      if (tie >= 0) this.actions.chooseTie(tie);
      else this.actions.clear();
    });
    this.watchTies();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => this.repaint();
    dark.addEventListener('change', repaint);
    this.cleaners.push(() => dark.removeEventListener('change', repaint));
  }

  // Ties are found by their distance from the pointer, once a frame.
  private watchTies(): void {
    const { sigma } = this;
    let waiting = false;
    let over = -1;
    sigma.getMouseCaptor().on('mousemove', (event) => {
      if (waiting || this.index.report.ties.length > 20_000) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const tie = this.nodeAt(event.x, event.y) ? -1 : this.tieAt(event.x, event.y);
        this.host.style.cursor = tie >= 0 ? 'pointer' : '';
        if (tie === over) return;
        over = tie;
        if (!this.nodeAt(event.x, event.y)) {
          this.actions.hover(tie >= 0 ? { tie } : null, event.x, event.y);
        }
      });
    });
  }

  private nodeAt(x: number, y: number): boolean {
    return this.index.report.actors.some((_, i) => {
      const at = this.onScreen(i);
      return Math.hypot(at.x - x, at.y - y) < this.radius(i) + 2;
    });
  }

  private radius(actor: number): number {
    return this.sigma.scaleSize(this.sizes[actor]);
  }

  onScreen(actor: number): { x: number; y: number } {
    return this.sigma.graphToViewport(this.place(actor));
  }

  // The drawn tie under the pointer, or -1.
  tieAt(x: number, y: number): number {
    let best = -1;
    let least = 7;
    const many = this.index.report.ties.length > MANY_TIES;
    const points = this.index.report.actors.map((_, i) => this.onScreen(i));
    this.index.report.ties.forEach(({ a, b }, row) => {
      if (!this.shown[row] || this.scene.emphasis[row] < 40) return;
      const [p, q] = [points[a], points[b]];
      const reach = 30 + 0.5 * Math.hypot(p.x - q.x, p.y - q.y);
      if (x < Math.min(p.x, q.x) - reach || x > Math.max(p.x, q.x) + reach) return;
      if (y < Math.min(p.y, q.y) - reach || y > Math.max(p.y, q.y) + reach) return;
      const distance = distanceTo(p, q, many ? 0 : -this.bends[row], { x, y });
      if (distance < least) [best, least] = [row, distance];
    });
    return best;
  }

  setTies(ties: TieNow[], sums: Sums): void {
    const { scene } = this;
    Object.assign(scene, sums);
    scene.window = { from: 0, to: sums.bins, undated: true };
    scene.sign = 0;
    scene.version++;
    this.shown.fill(0);
    this.quiet.fill(1);
    for (const tie of ties) if (tie.index >= 0) this.shown[tie.index] = 1;
    const seen = new Set<number>();
    ties.forEach((tie, rank) => {
      if (tie.index < 0) return;
      if (rank < CALM_TIES || !seen.has(tie.a) || !seen.has(tie.b)) this.quiet[tie.index] = 0;
      seen.add(tie.a).add(tie.b);
    });
    scene.strongest = Math.max(1e-9, ...ties.slice(0, 1).map((tie) => tie.strength));
    this.emphasize();
  }

  // For the time brush: the sums over time once, then `setWindow` at each step.
  setSums(sums: Sums, sign: number): void {
    Object.assign(this.scene, sums);
    this.scene.sign = sign;
    this.scene.version++;
    this.shown.fill(1);
    this.emphasize();
  }

  setWindow(from: number, to: number): void {
    const { first } = this.index;
    const size = this.scene.monthsInBin ?? 1;
    const bin = (month: number) => Math.floor((month - first) / Math.max(1, size));
    const last = this.scene.bins;
    const low = Math.min(last, Math.max(0, bin(from)));
    this.scene.window = {
      from: low,
      to: Math.min(last, Math.max(low, bin(to) + 1)),
      undated: false,
    };
    this.redrawTies();
  }

  // Circles, names and areas stay as they are: sigma draws them anew only when it draws itself.
  private redrawTies(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.scene.redraw?.(this.sigma.getRenderParams());
    });
  }

  setCamps(camps: Int8Array, contested: number[]): void {
    this.camps = camps;
    this.contested = new Set(contested);
    this.hulls = [1, 2].map((camp) =>
      convexHull(this.order.filter((i) => camps[i] === camp).map((i) => this.place(i))),
    );
    this.paintNodes();
  }

  // The actor that the keyboard stands on, -1 for none; seen even where the camera was elsewhere.
  setCursor(actor: number): void {
    this.cursor = actor;
    this.overlay++;
    if (actor >= 0) {
      const { x, y } = this.onScreen(actor);
      const { width, height } = this.sigma.getDimensions();
      if (x < 0 || y < 0 || x > width || y > height) this.fit();
    }
    this.sigma.scheduleRender();
  }

  setFocus(focus: Focus | null): void {
    this.focus = focus;
    this.paintNodes();
    this.emphasize();
  }

  repaint(): void {
    if (this.gone) return; // asked for a frame ago, by a view that has been left since
    this.theme = readTheme(this.host);
    this.scene.colours = this.inks();
    this.paintNodes();
    this.sigma.scheduleRender();
  }

  private isDim(actor: number): boolean {
    return this.focus !== null && !this.focus.actors.has(actor);
  }

  private paintNodes(): void {
    this.overlay++;
    const { camps, card } = this.theme;
    this.graph.updateEachNodeAttributes(
      (node, attributes) => {
        const full = camps[this.camps[Number(node)]];
        attributes.color = this.isDim(Number(node)) ? toHex(mixed(full, card, 0.72)) : full;
        return attributes;
      },
      { attributes: ['color'] },
    );
  }

  private emphasize(): void {
    const { emphasis } = this.scene;
    const dense = this.index.report.ties.length > CALM_TIES;
    const faint = Math.max(5, Math.round(40 * Math.sqrt(CALM_TIES / Math.max(1, this.scene.rows))));
    for (let row = 0; row < this.scene.rows; row++) {
      const full = this.focus?.ties?.has(row) ?? false;
      const calm = dense && this.quiet[row] ? faint : 200;
      emphasis[row] = !this.shown[row] ? 0 : full ? 255 : this.focus?.ties ? 20 : calm;
    }
    this.scene.emphasisVersion++;
    this.sigma?.scheduleRender();
  }

  // The brush moves no name and no area: they are drawn anew only when the camera, the size, the
  // choice, the camps or the colours changed.
  private drawOver(): void {
    const ratio = window.devicePixelRatio || 1;
    const { x, y, ratio: zoom, angle } = this.sigma.getCamera().getState();
    const { width: wide, height: tall } = this.sigma.getDimensions();
    const key = [x, y, zoom, angle, wide, tall, ratio, this.overlay].join();
    if (key === this.drawnOverlay) return;
    this.drawnOverlay = key;
    for (const [id, draw] of [
      ['areas', this.drawAreas],
      ['names', this.drawNames],
    ] as const) {
      const canvas = this.sigma.getCanvases()[id];
      const context = canvas?.getContext('2d');
      if (!context) continue;
      const { width, height } = this.sigma.getDimensions();
      const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width !== w || canvas.height !== h) {
        canvas.width = w;
        canvas.height = h;
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      draw.call(this, context, width, height);
    }
  }

  private drawAreas(context: CanvasRenderingContext2D): void {
    this.hulls.forEach((places, n) => {
      const hull = places.map((place) => this.sigma.graphToViewport(place));
      const camp = n + 1;
      if (!hull.length) return;
      context.beginPath();
      hull.forEach((p, n) => (n ? context.lineTo(p.x, p.y) : context.moveTo(p.x, p.y)));
      context.closePath();
      context.fillStyle = context.strokeStyle = this.theme.areas[camp];
      context.lineJoin = 'round';
      context.lineWidth = 2 * Math.min(34, 14 + 20 / this.sigma.getCamera().ratio);
      context.fill();
      context.stroke();
    });
  }

  private drawNames(context: CanvasRenderingContext2D, width: number, height: number): void {
    const { focus, theme } = this;
    const place = (i: number) => (focus?.strict.has(i) ? 0 : this.isDim(i) ? 2 : 1);
    const byFocus = (p: number, q: number) => place(p) - place(q);
    const candidates = (focus ? [...this.order].sort(byFocus) : this.order).slice(0, 1500);
    const labels: Label[] = [];
    const actors: number[] = [];
    for (const i of candidates) {
      const { x, y } = this.onScreen(i);
      if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
      const must = focus?.strict.has(i) ?? false;
      labels.push({
        lines: this.lines[i],
        x,
        y,
        radius: this.radius(i),
        width: this.widths[i],
        must,
      });
      actors.push(i);
    }
    this.drawRings(context, labels, actors);
    context.font = this.font;
    context.textAlign = 'center';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    const faint = mixed(theme.ink, theme.card, 0.62);
    for (const { label, x, y } of placeLabels(labels, width, height)) {
      labels[label].lines.forEach((line, n) => {
        context.strokeStyle = theme.card;
        context.strokeText(line, x, y + n * LINE_HEIGHT);
        context.fillStyle = this.isDim(actors[label]) ? faint : theme.ink;
        context.fillText(line, x, y + n * LINE_HEIGHT);
      });
    }
  }

  private drawRings(context: CanvasRenderingContext2D, labels: Label[], actors: number[]): void {
    labels.forEach(({ x, y, radius, must }, n) => {
      const contested = this.contested.has(actors[n]) && this.index.report.actors.length <= 300;
      const ring = (distance: number, width: number, colour: string) => {
        context.beginPath();
        context.arc(x, y, radius + distance, 0, 2 * Math.PI);
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.stroke();
      };
      const { ink, card } = this.theme;
      const faded = this.isDim(actors[n]) ? mixed(ink, card, 0.75) : ink;
      if (contested || must) ring(3.5, must ? 3 : 2, faded);
      if (actors[n] !== this.cursor) return;
      ring(8, 5, card);
      ring(8, 3, this.theme.focus);
    });
  }

  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: 250 });
  }

  // All layers on one canvas, for a picture.
  composite(): HTMLCanvasElement {
    const layers = this.sigma.getCanvases();
    this.sigma.refresh();
    const picture = document.createElement('canvas');
    picture.width = layers.edges.width;
    picture.height = layers.edges.height;
    const context = picture.getContext('2d')!;
    context.fillStyle = this.theme.card;
    context.fillRect(0, 0, picture.width, picture.height);
    for (const id of ['areas', 'edges', 'nodes', 'names']) {
      context.drawImage(layers[id], 0, 0, picture.width, picture.height);
    }
    return picture;
  }

  kill(): void {
    this.gone = true;
    cancelAnimationFrame(this.frame);
    this.cleaners.forEach((clean) => clean());
    this.sigma.kill();
  }
}
