import { Card, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { Heading } from "../shared/layout/heading.tsx";
import { narrow } from "../shared/layout/narrow.ts";
import { ProductMark } from "./product-mark.tsx";
import { ScreenMenus } from "./screen-menus.tsx";

const useStyles = makeStyles({
  page: {
    minHeight: "100%",
    boxSizing: "border-box",
    display: "grid",
    gridTemplateRows: "48px 1fr",
    justifyItems: "center",
    alignItems: "center",
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXXL}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  tools: { justifySelf: "end", display: "flex", gap: tokens.spacingHorizontalXS },
  card: {
    width: "100%",
    maxWidth: "440px",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalXXXL,
    gap: tokens.spacingVerticalL,
    [narrow]: { padding: tokens.spacingHorizontalXL },
  },
  brand: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
});

/** A page without the frame, as for somebody who is not signed in: one card, with language and theme within reach. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <ScreenMenus />
      </div>
      <main>
        <Card className={styles.card} appearance="filled" size="large">
          <div className={styles.brand}>
            <ProductMark size={36} />
            <Heading level={1} size={600}>
              {title}
            </Heading>
          </div>
          {children}
        </Card>
      </main>
    </div>
  );
}
