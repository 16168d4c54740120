import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import { LazyMenu, menuSource } from "../shared/layout/lazy-menu.tsx";
import { Initials } from "../shared/parts/initials.tsx";
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
      menuProps={{}}
      appearance="subtle"
      className={styles.button}
      aria-label={t("shell.person.label", { name: person.displayName })}
      icon={<Initials name={person.displayName} />}
    />
  );
}
