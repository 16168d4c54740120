import type { SearchChange } from "../search-change.ts";
import { useListForm } from "./use-list-form.ts";

interface NewItemSearch {
  search?: string;
  open?: "new";
}

/** The form that makes a new item of a list whose items have pages of their own. */
export function useNewItem(search: NewItemSearch, change: SearchChange<NewItemSearch>) {
  const form = useListForm(search.open === "new", change);
  return {
    ...form,
    onMade: ({ id }: { readonly id: string }) => {
      // What is searched for may hide it.
      if (search.search === undefined) form.close();
      else change({ open: undefined, search: undefined });
      form.show(id);
    },
  };
}
