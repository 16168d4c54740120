import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ColumnTripleEditRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { type ColumnChoice, isChosen, type ListColumn } from "./list-column.ts";

interface ColumnsMenuProps {
  readonly columns: readonly ListColumn<never>[];
  readonly choice: ColumnChoice;
  readonly onChoose: (choice: ColumnChoice) => void;
}

/** Which columns to show. */
export function ColumnsMenu({ columns, choice, onChoose }: ColumnsMenuProps): ReactElement {
  const t = useText();
  const optional = columns.filter((column) => column.rank > 0);
  const checked = optional.filter((column) => isChosen(column, choice)).map((column) => column.id);
  return (
    <Menu
      checkedValues={{ columns: checked }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onChoose(Object.fromEntries(optional.map(({ id }) => [id, checkedItems.includes(id)])))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<ColumnTripleEditRegular />}>
          {t("admin.list.columns")}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t("admin.list.columnsHint")}</MenuGroupHeader>
            {optional.map((column) => (
              <MenuItemCheckbox key={column.id} name="columns" value={column.id}>
                {column.label}
              </MenuItemCheckbox>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
