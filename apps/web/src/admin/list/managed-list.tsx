import { Button } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import { useIntl } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { matches } from "../../shared/language/matches.ts";
import { useText } from "../../shared/language/text.ts";
import { ListSearch } from "../../shared/list/list-search.tsx";
import type { SearchChange } from "../search-change.ts";
import { ColumnsMenu } from "./columns-menu.tsx";
import type { ListColumn } from "./list-column.ts";
import { ListGrid } from "./list-grid.tsx";
import { ListToolbar } from "./list-toolbar.tsx";
import { readSorting, type Sorting, sorted, writeSorting } from "./sorting.ts";
import { useColumnChoice } from "./use-column-choice.ts";
import type { EveryPage } from "./use-every-page.ts";

/** What a list keeps in the address. */
export interface ListAddress {
  readonly search?: string | undefined;
  readonly sort?: string | undefined;
}

export interface ManagedListProps<T> {
  /** Names the list where its columns are remembered. */
  readonly name: string;
  readonly label: string;
  /** What the server answers to the search. */
  readonly query: Pick<EveryPage<T>, "data" | "error" | "refetch" | "complete" | "outdated" | "readOn">;
  readonly columns: readonly ListColumn<T>[];
  idOf(item: T): string;
  readonly standardSorting: Sorting;
  readonly address: ListAddress;
  readonly change: SearchChange<ListAddress>;
  readonly searchLabel: string;
  /** What is searched for is sought in these, here; without them the server has searched already. */
  namesOf?(item: T): readonly string[];
  /** Filters beside the search, and whether an item passes them; absent while none is on. */
  readonly chips?: ReactNode;
  readonly filter?: ((item: T) => boolean) | undefined;
  /** Whether the server was asked for less than everything, beside the search. */
  readonly narrowed?: boolean;
  /** Takes away all that keeps items out; by itself, what is searched for. */
  readonly onClear?: () => void;
  /** The server sorts and filters, and a page is read when the end comes into view. How many there are, as soon as that is known. */
  readonly fromServer?: { readonly total: number | undefined };
  /** What can be done with the items that are chosen; between the tools and the list. */
  readonly bar?: ReactNode;
  /** So many: "12 apps". */
  readonly counted: (count: number) => string;
  /** In place of a list that has nothing in it. */
  readonly empty: ReactNode;
  readonly onOpen?: (item: T) => void;
  readonly reveal?: string | undefined;
  readonly onRevealed?: () => void;
}

function filterOf<T>({ filter, namesOf, address: { search } }: ManagedListProps<T>) {
  if (namesOf === undefined || search === undefined) return filter;
  return (item: T) => filter?.(item) !== false && matches(search, ...namesOf(item));
}

/** A list with all that belongs to one (ui.md): search, filters, sorting, columns, count, and the states it can be in. */
export function ManagedList<T>(props: ManagedListProps<T>): ReactElement {
  const { query, columns, address, change, standardSorting, counted, idOf } = props;
  const { onClear: clear = () => change({ search: undefined }) } = props;
  const filter = filterOf(props);
  const t = useText();
  const { locale } = useIntl();
  const [choice, setChoice] = useColumnChoice(props.name);
  const sorting = readSorting(address.sort, standardSorting);
  const all = query.data ?? [];
  const items = props.fromServer
    ? all
    : sorted(filter === undefined ? all : all.filter(filter), columns, sorting, locale);
  const searching = address.search !== undefined || filter !== undefined || props.narrowed === true;

  function count(): string {
    if (query.data === undefined) return "";
    const total = props.fromServer?.total;
    if (total !== undefined && !searching) return counted(total);
    if (!query.complete && props.fromServer) return t("admin.list.moreThan", { items: counted(items.length) });
    if (!query.complete) return t("admin.list.soFar", { items: counted(items.length) });
    return filter === undefined
      ? counted(items.length)
      : t("admin.list.some", { shown: items.length, items: counted(all.length) });
  }

  function content(): ReactNode {
    if (items.length === 0 && query.complete && !searching) return props.empty;
    if (items.length === 0 && query.complete) {
      return (
        <StatePanel
          icon={<SearchRegular />}
          title={t("admin.list.nothing.title")}
          actions={<Button onClick={clear}>{t("admin.list.nothing.clear")}</Button>}
        >
          {t("admin.list.nothing.text")}
        </StatePanel>
      );
    }
    return (
      <ListGrid
        label={props.label}
        columns={columns}
        choice={choice}
        items={items}
        idOf={idOf}
        sorting={sorting}
        onSort={(next) => change({ sort: writeSorting(next, standardSorting) })}
        question={`${address.search ?? ""} ${filter === undefined}`}
        {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
        {...(props.onRevealed === undefined ? {} : { onRevealed: props.onRevealed })}
        reveal={props.reveal}
        onEnd={query.readOn}
        outdated={query.outdated}
      />
    );
  }

  // A list that has nothing in it needs no tools; they come with its first item.
  const bare = query.data !== undefined && query.complete && all.length === 0 && !searching;
  return (
    <>
      {!bare && (
        <ListToolbar
          count={count()}
          tools={
            columns.some((column) => column.rank > 0) && (
              <ColumnsMenu columns={columns} choice={choice} onChoose={setChoice} />
            )
          }
        >
          <ListSearch label={props.searchLabel} value={address.search} onSearch={(search) => change({ search })} />
          {props.chips}
        </ListToolbar>
      )}
      {props.bar}
      <QueryView query={query} skeleton={<RowSkeletons rows={8} />}>
        {content}
      </QueryView>
    </>
  );
}
