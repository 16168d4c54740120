import { type CSSProperties, type ReactElement, useEffect, useRef } from "react";

interface StrayCanvasProps {
  /** Red, green, blue, alpha, row by row. */
  readonly picture: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly className: string;
  readonly style: CSSProperties;
  readonly label: string;
}

/** The picture of what is wrong with an outline icon: its wrong pixels in red, the others dimmed. */
export function StrayCanvas({ picture, width, height, className, style, label }: StrayCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    // A copy: pictures of shared memory are not drawn.
    canvas.current?.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(picture), width, height), 0, 0);
  }, [picture, width, height]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={className}
      style={style}
      role="img"
      aria-label={label}
    />
  );
}
