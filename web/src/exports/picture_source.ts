// The drawing that a picture can be taken of, while the network is on the screen.
import type { Drawing } from '../network/drawing';

let current: Drawing | null = null;
export const registerDrawing = (drawing: Drawing | null): void => {
  current = drawing;
};
export const currentDrawing = (): Drawing | null => current;
