import { Avatar, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { LazyMenu, menuSource } from "../shared/layout/lazy-menu.tsx";
import { useSession } from "../shared/session.ts";

const personMenu = menuSource(async () => (await import("./person-menu.tsx")).PersonMenu);

const useStyles = makeStyles({
  button: { minWidth: "auto", padding: tokens.spacingHorizontalXXS, borderRadius: tokens.borderRadiusCircular },
});

/** Who is signed in, and the way out. */
export function PersonButton(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { person } = useSession();
  return (
    <LazyMenu
      menu={personMenu}
      appearance="subtle"
      className={styles.button}
      aria-label={t("shell.person.label", { name: person.displayName })}
      icon={<Avatar name={person.displayName} size={32} color="colorful" aria-hidden />}
    />
  );
}
