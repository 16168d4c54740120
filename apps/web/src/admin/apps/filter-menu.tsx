import {
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { Fragment, type ReactElement, useState } from "react";
import type { AppsSearch } from "../admin-search.ts";

/** A filter with a few values, of which one may be chosen. */
export interface AppFilterChoice {
  readonly word: "kind" | "availability" | "scope" | "only";
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface FilterMenuProps {
  readonly choices: readonly AppFilterChoice[];
  readonly search: Pick<AppsSearch, AppFilterChoice["word"]>;
  readonly onChange: (change: { [Word in AppFilterChoice["word"]]?: never }) => void;
}

/** All filters; choosing what is chosen takes it away. */
export function FilterMenu({
  choices,
  search,
  onChange,
  button,
}: FilterMenuProps & { button: ReactElement }): ReactElement {
  const [open, setOpen] = useState(true);
  const checked = Object.fromEntries(choices.map(({ word }) => [word, [search[word] ?? ""]]));
  return (
    <Menu open={open} onOpenChange={(_, data) => setOpen(data.open)} checkedValues={checked}>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(({ word, label, values }) => (
            <Fragment key={word}>
              <MenuGroup>
                <MenuGroupHeader>{label}</MenuGroupHeader>
                {Object.entries(values).map(([value, text]) => (
                  <MenuItemRadio
                    key={value}
                    name={word}
                    value={value}
                    onClick={() => onChange({ [word]: search[word] === value ? undefined : value } as never)}
                  >
                    {text}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
