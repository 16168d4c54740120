import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const offerId: Rule = {
  id: "store/offer-id",
  severity: { organization: "warning", store: "error" },
  title: { en: "A paid app names its offer", fr: "Une application payante nomme son offre" },
  message: {
    en: "subscriptionOffer.offerId “{found}” does not have the form publisherId.offerId.",
    fr: "subscriptionOffer.offerId « {found} » n'a pas la forme publisherId.offerId.",
  },
  why: {
    en: "Licences are found through the publisher and the offer; one without the other finds none.",
    fr: "Les licences se trouvent par l'éditeur et l'offre ; l'un sans l'autre n'en trouve aucune.",
  },
  fix: {
    en: "Join the publisher id and the offer id with a dot.",
    fr: "Joignez l'identifiant de l'éditeur et celui de l'offre par un point.",
  },
  source: "contracts E.6",
  passes: { manifest: { subscriptionOffer: { offerId: "contoso.alerts" } } },
  fails: { manifest: { subscriptionOffer: { offerId: "alerts" } } },
  *check({ manifest }) {
    const found = textAt(manifest, "subscriptionOffer", "offerId");
    if (found !== undefined && !/^[\w-]+\.[\w.-]+$/.test(found))
      yield { pointer: "/subscriptionOffer/offerId", values: { found }, found };
  },
};
