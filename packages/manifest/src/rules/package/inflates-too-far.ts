import type { Rule } from "../rule.ts";

export const inflatesTooFar: Rule = {
  id: "package/inflates-too-far",
  severity: "error",
  title: { en: "The package does not blow up when opened", fr: "Le package ne gonfle pas à l'ouverture" },
  message: {
    en: "“{name}” inflates to more than {limit} MB in all or more than {ratio} times its packed size; reading stopped there.",
    fr: "« {name} » gonfle au-delà de {limit} Mo au total ou de {ratio} fois sa taille compressée ; la lecture s'est arrêtée là.",
  },
  why: {
    en: "A small zip that inflates to gigabytes takes down whoever opens it. What a zip says about its own sizes is not believed.",
    fr: "Un petit zip qui gonfle jusqu'à des gigaoctets fait tomber celui qui l'ouvre. Ce qu'un zip dit de ses tailles n'est pas cru.",
  },
  fix: {
    en: "Remove the file; manifests, icons and texts do not compress that far.",
    fr: "Retirez ce fichier ; manifestes, icônes et textes ne se compressent pas autant.",
  },
  source: "Parvis",
  passes: { words: { en: "40 kB that inflate to 90 kB.", fr: "40 ko qui gonflent à 90 ko." } },
  fails: { words: { en: "10 kB that inflate to 10 MB.", fr: "10 ko qui gonflent à 10 Mo." } },
};
