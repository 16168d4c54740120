import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Problem } from "../../shared/api/problem.ts";
import type { App } from "../apps/app-queries.ts";
import { sendPackage } from "./send-package.ts";

export type UploadStage =
  | { readonly kind: "choosing" }
  | { readonly kind: "sending"; readonly file: File; readonly sent: number }
  /** All has left; the server reads it. What it decides stands, so this cannot be taken back. */
  | { readonly kind: "checking"; readonly file: File }
  | { readonly kind: "refused"; readonly file: File; readonly problem: Problem };

/**
 * An upload from choosing the file to the server's verdict.
 * @param address where packages go.
 * @param told how it ended, also when the dialog was closed or the page left meanwhile.
 */
export function useUpload(address: string, told: { onPublished(app: App): void; onRefused(problem: Problem): void }) {
  const queryClient = useQueryClient();
  const [stage, setStage] = useState<UploadStage>({ kind: "choosing" });
  const abort = useRef<AbortController>(undefined);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      abort.current = new AbortController();
      setStage({ kind: "sending", file, sent: 0 });
      const onSent = (sent: number) =>
        setStage(sent < file.size ? { kind: "sending", file, sent } : { kind: "checking", file });
      return await sendPackage(address, file, { onSent, signal: abort.current.signal });
    },
    onSuccess: async (app) => {
      await queryClient.invalidateQueries({ queryKey: ["apps"] });
      told.onPublished(app);
    },
    onError: (error, file) => {
      if (error instanceof DOMException) return setStage({ kind: "choosing" });
      const problem = error instanceof Problem ? error : new Problem({ code: "client/broken", cause: error });
      setStage({ kind: "refused", file, problem });
      told.onRefused(problem);
    },
  });
  return {
    stage,
    busy: upload.isPending,
    start: (file: File) => upload.mutate(file),
    cancel: () => abort.current?.abort(),
    reset: () => setStage({ kind: "choosing" }),
  };
}
