// Ties as curves: friends solid, enemies dashed, mixed ties as both side by side. How friendly and
// how hostile a tie is stands in a texture as sums up to each time bin, so that a step of the time
// brush sets two numbers and touches no tie: the shader takes the difference of two sums, finds
// sign, strength, width and dashes, and drops what the window or the sign filter leaves out.
import type { Attributes } from 'graphology-types';
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import type Sigma from 'sigma';

export interface TieDisplay extends Attributes {
  row: number; // of the sums
  bend: number;
}

// What all ties are drawn with; the program reads it at each frame.
export interface TieScene {
  sums: Float32Array; // a row: (friendly, hostile) up to bin 0, 1, ... bins; then of undated events
  bins: number;
  monthsInBin?: number;
  rows: number;
  window: { from: number; to: number; undated: boolean }; // bins, `to` not included
  sign: number; // -1, 0, 1: what the filter lets through
  emphasis: Uint8Array; // of a row: 0 hidden ... 255 in full
  strongest: number;
  thickness: number;
  colours: { friendly: number[]; hostile: number[]; unclear: number[] };
  version: number; // grows when sums changed
  emphasisVersion: number;
  redraw?: (params: RenderParams) => void; // the ties alone, as sigma has drawn them before
}

const UNIFORMS = [
  'u_matrix',
  'u_viewport',
  'u_sums',
  'u_width',
  'u_stride',
  'u_window',
  'u_emphasis',
  'u_emphasisWidth',
  'u_sign',
  'u_strongest',
  'u_thickness',
  'u_pixel',
  'u_friendly',
  'u_hostile',
  'u_unclear',
] as const;

const VERTEX = /* glsl */ `#version 300 es
precision highp float;
precision highp sampler2D;
in vec2 a_source;
in vec2 a_target;
in float a_row;
in float a_bend;
in vec2 a_corner; // along 0..1, across -1..1
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform sampler2D u_sums;
uniform sampler2D u_emphasis;
uniform float u_width, u_stride, u_emphasisWidth, u_sign, u_strongest, u_thickness, u_pixel;
uniform vec3 u_window;
out float v_across;
out float v_along;
flat out float v_size;
flat out float v_kind; // 1 friends, -1 enemies, 2 mixed, 0 unclear
flat out float v_second; // 1: a thin strand of the other kind beside it
flat out float v_alpha;

vec2 at(float row, float place) {
  float texel = row * u_stride + place;
  return texelFetch(u_sums, ivec2(mod(texel, u_width), floor(texel / u_width)), 0).rg;
}

void main() {
  vec2 sums = at(a_row, u_window.y) - at(a_row, u_window.x);
  if (u_window.z > 0.5) sums += at(a_row, u_stride - 1.0);
  if (u_sign > 0.0) sums.y = 0.0;
  if (u_sign < 0.0) sums.x = 0.0;
  float total = sums.x + sums.y;
  float difference = abs(sums.x - sums.y);
  float mixedness = total > 0.0 ? 1.0 - difference / total : 0.0;
  float sign = difference < 0.5 || difference < 0.2 * total ? 0.0 : sums.x > sums.y ? 1.0 : -1.0;
  float emphasis = texelFetch(
    u_emphasis, ivec2(mod(a_row, u_emphasisWidth), floor(a_row / u_emphasisWidth)), 0).r;
  if (total < 0.001 || emphasis < 0.004) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float strength = 5.0 * log(1.0 + difference / 3.0) * (sign < 0.0 ? 1.5 : 1.0);
  v_kind = sign != 0.0 ? sign : mixedness >= 0.5 ? 2.0 : 0.0;
  v_second = sign != 0.0 && mixedness >= 0.4 ? 1.0 : 0.0;
  v_size = (1.2 + 4.0 * min(strength / u_strongest, 1.0)) * u_thickness;
  if (v_kind == 2.0) v_size = 5.6 * u_thickness;
  if (v_kind == 0.0) v_size = 1.4 * u_thickness;
  v_alpha = emphasis;
  float reach = (v_size * 0.5 + (v_second > 0.5 ? 3.4 * u_thickness : 0.0) + 1.0) * u_pixel;
  vec2 half_view = u_viewport * 0.5;
  vec2 p = (u_matrix * vec3(a_source, 1.0)).xy * half_view;
  vec2 q = (u_matrix * vec3(a_target, 1.0)).xy * half_view;
  vec2 way = q - p;
  vec2 c = (p + q) * 0.5 + vec2(-way.y, way.x) * a_bend;
  float t = a_corner.x;
  float s = 1.0 - t;
  vec2 place = s * s * p + 2.0 * s * t * c + t * t * q;
  vec2 tangent = s * (c - p) + t * (q - c);
  float size = length(tangent);
  vec2 normal = size > 0.0 ? vec2(-tangent.y, tangent.x) / size : vec2(0.0);
  v_across = a_corner.y * reach / u_pixel;
  v_along = t * length(way) / u_pixel;
  gl_Position = vec4((place + normal * a_corner.y * reach) / half_view, 0.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in float v_across;
in float v_along;
flat in float v_size;
flat in float v_kind;
flat in float v_second;
flat in float v_alpha;
uniform vec3 u_friendly, u_hostile, u_unclear;
uniform float u_thickness, u_pixel;
out vec4 colour;

float band(float from, float to) {
  float soft = 0.5 / u_pixel;
  return smoothstep(from - soft, from + soft, v_across) *
    (1.0 - smoothstep(to - soft, to + soft, v_across));
}
float dash(float size) {
  float on = 3.0 + size * 1.3;
  float period = on + 2.5 + size * 0.9;
  float at = mod(v_along, period);
  return smoothstep(-0.5, 0.5, at) * (1.0 - smoothstep(on - 0.5, on + 0.5, at));
}
void main() {
  float half_size = v_size * 0.5;
  float friendly = 0.0, hostile = 0.0, unclear = 0.0;
  float t = u_thickness;
  if (v_kind == 2.0) {
    friendly = band(-2.8 * t, -1.2 * t);
    hostile = band(1.2 * t, 2.8 * t) * dash(1.6 * t);
  } else if (v_kind == 0.0) {
    unclear = band(-half_size, half_size) * step(mod(v_along, 5.5), 2.0) * 0.8;
  } else {
    float main_band = band(-half_size, half_size);
    float other = v_second * band(half_size + 1.4 * t, half_size + 2.6 * t);
    friendly = v_kind > 0.0 ? main_band : other;
    hostile = v_kind > 0.0 ? other * dash(1.2 * t) : main_band * dash(v_size);
  }
  float alpha = min(friendly + hostile + unclear, 1.0) * v_alpha;
  if (alpha < 0.004) discard;
  vec3 ink = friendly > 0.0 ? u_friendly : hostile > 0.0 ? u_hostile : u_unclear;
  colour = vec4(ink * alpha, alpha);
}`;

const TEXTURE_WIDTH = 4096;

function upload(
  gl: WebGL2RenderingContext,
  texture: WebGLTexture,
  data: Float32Array | Uint8Array,
  channels: number,
): void {
  const texels = Math.max(1, data.length / channels);
  const width = Math.min(TEXTURE_WIDTH, texels);
  const height = Math.ceil(texels / width);
  const floats = data instanceof Float32Array;
  let whole = data;
  if (data.length !== width * height * channels) {
    const Kind = floats ? Float32Array : Uint8Array;
    whole = new Kind(width * height * channels);
    whole.set(data);
  }
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.texImage2D(
    gl.TEXTURE_2D,
    0,
    floats ? gl.RG32F : gl.R8,
    width,
    height,
    0,
    floats ? gl.RG : gl.RED,
    floats ? gl.FLOAT : gl.UNSIGNED_BYTE,
    whole,
  );
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
    gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
  }
  for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
    gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
  }
}

const textureWidth = (texels: number): number => Math.min(TEXTURE_WIDTH, Math.max(1, texels));

// `segments` straight pieces make a curve; 1 for straight lines where there are very many.
export function makeTieProgram(scene: TieScene, segments: number): EdgeProgramType {
  const corners: number[][] = [];
  for (let n = 0; n <= segments; n++) corners.push([n / segments, -1], [n / segments, 1]);

  class TieProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
    sums: WebGLTexture;
    emphasis: WebGLTexture;
    drawn = -1;
    drawnEmphasis = -1;
    places = 0; // grows when a tie's place changed
    handedOver = new Map<WebGLBuffer, number>(); // what the graphics card has of them

    constructor(gl: WebGLRenderingContext, picking: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, picking, renderer);
      this.sums = gl.createTexture()!;
      this.emphasis = gl.createTexture()!;
      scene.redraw = (params) => {
        gl.bindFramebuffer(gl.FRAMEBUFFER, null);
        gl.clear(gl.COLOR_BUFFER_BIT);
        this.render(params);
      };
    }

    getDefinition() {
      const { FLOAT, TRIANGLE_STRIP } = WebGL2RenderingContext;
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_row', size: 1, type: FLOAT },
          { name: 'a_bend', size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: corners,
      };
    }

    processVisibleItem(
      _index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const { row, bend } = data as unknown as TieDisplay;
      this.array.set([source.x, source.y, target.x, target.y, row, bend], start);
      this.places++;
    }

    // sigma hands over all places at each frame, megabytes where there are 100,000 ties; here they
    // go once, until one of them changes.
    override bindProgram(program: ProgramInfo): void {
      const gl = program.gl as WebGL2RenderingContext;
      const bind = (
        attributes: typeof this.ATTRIBUTES,
        buffer: WebGLBuffer,
        data: Float32Array,
        each: boolean,
      ) => {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
        let offset = 0;
        for (const attribute of attributes)
          offset += this.bindAttribute(attribute, program, offset, each);
        if (this.handedOver.get(buffer) === this.places) return;
        gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
        this.handedOver.set(buffer, this.places);
      };
      bind(this.CONSTANT_ATTRIBUTES, program.constantBuffer, this.constantArray, false);
      bind(this.ATTRIBUTES, program.buffer, this.array, true);
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
    }

    setUniforms(params: RenderParams, { gl: context, uniformLocations: at }: ProgramInfo): void {
      const gl = context as WebGL2RenderingContext;
      gl.activeTexture(gl.TEXTURE0);
      if (this.drawn !== scene.version) upload(gl, this.sums, scene.sums, 2);
      else gl.bindTexture(gl.TEXTURE_2D, this.sums);
      this.drawn = scene.version;
      gl.activeTexture(gl.TEXTURE1);
      if (this.drawnEmphasis !== scene.emphasisVersion)
        upload(gl, this.emphasis, scene.emphasis, 1);
      else gl.bindTexture(gl.TEXTURE_2D, this.emphasis);
      this.drawnEmphasis = scene.emphasisVersion;
      gl.activeTexture(gl.TEXTURE0);
      const { window, colours } = scene;
      gl.uniform1i(at.u_sums, 0);
      gl.uniform1i(at.u_emphasis, 1);
      gl.uniform1f(at.u_width, textureWidth(scene.sums.length / 2));
      gl.uniform1f(at.u_emphasisWidth, textureWidth(scene.emphasis.length));
      gl.uniform1f(at.u_stride, scene.bins + 2);
      gl.uniform3f(at.u_window, window.from, window.to, window.undated ? 1 : 0);
      gl.uniform1f(at.u_sign, scene.sign);
      gl.uniform1f(at.u_strongest, Math.max(scene.strongest, 1e-6));
      gl.uniform1f(at.u_thickness, scene.thickness);
      gl.uniform1f(at.u_pixel, params.pixelRatio);
      gl.uniform2f(
        at.u_viewport,
        params.width * params.pixelRatio,
        params.height * params.pixelRatio,
      );
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform3fv(at.u_friendly, colours.friendly);
      gl.uniform3fv(at.u_hostile, colours.hostile);
      gl.uniform3fv(at.u_unclear, colours.unclear);
    }
  }
  return TieProgram as unknown as EdgeProgramType;
}
