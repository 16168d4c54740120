/** The types of picture that connectors and webhooks may have. */
export const pictureTypes = ["image/png", "image/jpeg", "image/gif"];

/** A file as a `data:` URL. */
export async function dataUrlOf(blob: Blob): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The bytes of a `data:` URL, still in Base64. */
export function base64Of(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(",") + 1);
}

/** Width and height of a picture, in pixels. Rejects for what is none. */
export async function sizeOf(blob: Blob): Promise<{ width: number; height: number }> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}

/** The whole picture in the middle of a square, as a PNG. @param side in pixels. Rejects for what is no picture. */
export async function drawnInSquare(blob: Blob, side: number): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser does not draw.");
  const scale = side / Math.max(bitmap.width, bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, (side - width) / 2, (side - height) / 2, width, height);
  bitmap.close();
  return await new Promise((resolve, reject) =>
    canvas.toBlob((drawn) => (drawn === null ? reject(new Error("Nothing was drawn.")) : resolve(drawn)), "image/png"),
  );
}
