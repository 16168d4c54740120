import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api, done } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import type { Session } from "../../shared/session.ts";
import { endSession } from "../../shell/session-end.ts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
  },
  other: { fontSize: tokens.fontSizeBase200 },
  who: { overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
});

/** Who allows it, for people with more than one account. */
export function OtherAccount({ person }: { person: Session["person"] }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const router = useRouter();
  const signOut = useMutation({
    mutationFn: async () => await done(api.session.$delete()),
    onSuccess: async () => await endSession(queryClient, router, router.state.location.href),
  });
  return (
    <>
      <div className={styles.row}>
        <Text size={200} className={styles.who}>
          {t("client.connect.you", { person: person.displayName, upn: person.upn })}
        </Text>
        <Link as="button" className={styles.other} onClick={() => signOut.mutate()}>
          {t("client.connect.otherAccount")}
        </Link>
      </div>
      <ProblemBar error={signOut.error} />
    </>
  );
}
