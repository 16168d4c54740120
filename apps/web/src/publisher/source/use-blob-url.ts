import { useEffect, useState } from "react";

/** An address for bytes, so that the browser draws them. Undefined until there is one. */
export function useBlobUrl(bytes: Uint8Array | null | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (bytes === null || bytes === undefined) {
      setUrl(undefined);
      return;
    }
    const made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return url;
}
