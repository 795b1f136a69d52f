/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-places.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-client-page.h"
#include "cab-clients-page.h"
#include "cab-consent-purpose-page.h"
#include "cab-mood-entry-page.h"
#include "cab-note-editor.h"
#include "cab-placed.h"
#include "cab-record-page.h"
#include "cab-register-layouts.h"
#include "cab-search-page.h"
#include "cab-values-round-page.h"

/* The forms of stored records, by their kind. */
static const struct
{
  const CabLayout *layout;
  const char *title;
} forms[] = {
  { &cab_client_layout, N_ ("Details") },
  { &cab_contact_layout, N_ ("Contact") },
  { &cab_client_contact_layout, N_ ("Their Part") },
  { &cab_condition_layout, N_ ("Condition") },
};

static AdwNavigationPage *
make_client (CabOpenPractice *practice, const CabPlace *place)
{
  return g_object_new (CAB_TYPE_CLIENT_PAGE, "practice", practice, "client-id", place->client_id,
                       NULL);
}

static AdwNavigationPage *
make_form (CabOpenPractice *practice, const CabPlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_strcmp0 (forms[i].layout->kind->name, place->kind) == 0)
      return cab_record_page_new (practice, _ (forms[i].title), forms[i].layout, place->id);

  return NULL;
}

static AdwNavigationPage *
make_mood_entry (CabOpenPractice *practice, const CabPlace *place)
{
  return g_object_new (CAB_TYPE_MOOD_ENTRY_PAGE, "practice", practice, "client-id",
                       place->client_id, "entry-id", place->id, NULL);
}

static AdwNavigationPage *
make_note (CabOpenPractice *practice, const CabPlace *place)
{
  return g_object_new (CAB_TYPE_NOTE_EDITOR, "practice", practice, "kind", place->kind, "client-id",
                       place->client_id, "note-id", place->id, NULL);
}

static AdwNavigationPage *
make_purpose (CabOpenPractice *practice, const CabPlace *place)
{
  return g_object_new (CAB_TYPE_CONSENT_PURPOSE_PAGE, "practice", practice, "client-id",
                       place->client_id, "purpose", (int)g_ascii_strtoll (place->view, NULL, 10),
                       NULL);
}

static AdwNavigationPage *
make_round (CabOpenPractice *practice, const CabPlace *place)
{
  return g_object_new (CAB_TYPE_VALUES_ROUND_PAGE, "practice", practice, "client-id",
                       place->client_id, "day", place->view, NULL);
}

static AdwNavigationPage *
make_search (CabOpenPractice *practice, const CabPlace *place)
{
  return g_object_new (CAB_TYPE_SEARCH_PAGE, "practice", practice, NULL);
}

/* The pages that can be made again above others, and the properties that are
 * the parts of their places. */
static const struct
{
  const char *page;
  GType (*get_type) (void);
  AdwNavigationPage *(*make) (CabOpenPractice *practice, const CabPlace *place);
  const char *client;
  const char *view;
  const char *kind;
  const char *id;
} kinds_of_page[] = {
  { "client", cab_client_page_get_type, make_client, "client-id", NULL, NULL, NULL },
  { "form", cab_record_page_get_type, make_form, NULL, NULL, NULL, NULL },
  { "mood-entry", cab_mood_entry_page_get_type, make_mood_entry, "client-id", NULL, NULL,
    "entry-id" },
  { "note", cab_note_editor_get_type, make_note, "client-id", NULL, "kind", "note-id" },
  { "purpose", cab_consent_purpose_page_get_type, make_purpose, "client-id", "purpose", NULL,
    NULL },
  { "search", cab_search_page_get_type, make_search, NULL, NULL, NULL, NULL },
  { "values-round", cab_values_round_page_get_type, make_round, "client-id", "day", NULL, NULL },
};

static char *
dup_property (GObject *object, const char *name)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  if (name == NULL)
    return NULL;

  g_object_get_property (object, name, &value);
  g_value_init (&text, G_TYPE_STRING);
  g_value_transform (&value, &text);

  return g_value_dup_string (&text);
}

/* NULL for a page that cannot be made again. */
static CabPlace *
new_place (AdwNavigationPage *page)
{
  GObject *object = G_OBJECT (page);

  for (guint i = 0; i < G_N_ELEMENTS (kinds_of_page); i++)
    {
      CabPlace *place;

      if (G_OBJECT_TYPE (page) != kinds_of_page[i].get_type ())
        continue;

      place = cab_place_new (kinds_of_page[i].page);
      place->client_id = dup_property (object, kinds_of_page[i].client);
      place->view = dup_property (object, kinds_of_page[i].view);
      place->kind = dup_property (object, kinds_of_page[i].kind);
      place->id = dup_property (object, kinds_of_page[i].id);
      /* A kind of records that has one page is that page. */
      if (place->id != NULL && place->kind == NULL)
        place->kind = g_strdup (place->page);
      return place;
    }

  return NULL;
}

static void
describe (AdwNavigationPage *page, CabPlace *place)
{
  cab_placed_keep_view (GTK_WIDGET (page), place);
  cab_placed_keep_place (GTK_WIDGET (page), place);
}

static GPtrArray *
new_places (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)cab_place_free);
}

static void
add_root (GPtrArray *places, CabPracticeView *view, AdwNavigationPage *page)
{
  CabPlace *place = cab_place_new (cab_practice_view_get_page (view));
  AdwNavigationPage *client = NULL;

  place->is_collapsed = cab_practice_view_shows_content (view);
  describe (page, place);
  g_ptr_array_add (places, place);
  if (!CAB_IS_CLIENTS_PAGE (page))
    return;

  client = cab_clients_page_get_client (CAB_CLIENTS_PAGE (page));
  if (client == NULL)
    return;

  place = new_place (client);
  place->is_collapsed = cab_clients_page_shows_client (CAB_CLIENTS_PAGE (page));
  describe (client, place);
  g_ptr_array_add (places, place);
}

/* One line a place, which has no line breaks of its own. */
static CabSecret *
print_places (GPtrArray *places)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)cab_secret_free);
  CabSecret *all;
  guint8 *to;
  size_t length = 0;

  for (guint i = 0; i < places->len; i++)
    {
      CabSecret *line = cab_place_print (places->pdata[i]);

      length += cab_secret_get_length (line) + 1;
      g_ptr_array_add (lines, line);
    }

  all = cab_secret_new (length);
  to = cab_secret_open_for_writing (all);
  for (guint i = 0; i < lines->len; i++)
    {
      size_t n_bytes = cab_secret_get_length (lines->pdata[i]);

      memcpy (to, cab_secret_open (lines->pdata[i]), n_bytes);
      cab_secret_close (lines->pdata[i]);
      to[n_bytes] = '\n';
      to += n_bytes + 1;
    }
  cab_secret_close (all);

  return all;
}

static GPtrArray *
parse_places (CabSecret *all)
{
  GPtrArray *places = new_places ();
  size_t length = cab_secret_get_length (all);
  const char *at = (const char *)cab_secret_open (all);
  const char *end = at + length;
  const char *line_end;

  for (; at < end && (line_end = memchr (at, '\n', (size_t)(end - at))) != NULL; at = line_end + 1)
    {
      CabSecret *line = cab_secret_new_copy (at, (size_t)(line_end - at));
      CabPlace *place = cab_place_parse (line);

      cab_secret_free (line);
      if (place == NULL)
        break;
      g_ptr_array_add (places, place);
    }
  cab_secret_close (all);

  return places;
}

CabSecret *
cab_places_keep (CabPracticeView *view)
{
  g_autoptr (GPtrArray) places = new_places ();
  g_autoptr (GListModel) pages = NULL;

  g_return_val_if_fail (CAB_IS_PRACTICE_VIEW (view), NULL);

  pages = cab_practice_view_get_pages (view);
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);
      CabPlace *place;

      if (i == 0)
        {
          add_root (places, view, page);
          continue;
        }

      place = new_place (page);
      if (place == NULL)
        break;
      describe (page, place);
      g_ptr_array_add (places, place);
    }

  return print_places (places);
}

/* On the file's thread: up to the first that is not there any more. */
static gpointer
settle_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) places = parse_places (data);

  for (guint i = 0; i < places->len; i++)
    if (cab_place_settle (places->pdata[i], practice))
      {
        /* The page of the sidebar itself is always there. */
        g_ptr_array_set_size (places, (int)MAX (i, 1));
        break;
      }

  return g_steal_pointer (&places);
}

static AdwNavigationPage *
make_page (CabOpenPractice *practice, const CabPlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds_of_page); i++)
    if (g_str_equal (kinds_of_page[i].page, place->page))
      return kinds_of_page[i].make (practice, place);

  return NULL;
}

static void
lead (AdwNavigationPage *page, const CabPlace *place)
{
  cab_placed_take_place (GTK_WIDGET (page), place);
  cab_placed_take_view (GTK_WIDGET (page), place);
}

typedef struct
{
  CabPracticeView *view;
  CabOpenPractice *practice;
} Return;

/* Returns how many of the places are of the page of the sidebar. */
static guint
return_to_root (Return *back, GPtrArray *places)
{
  const CabPlace *place = places->pdata[0];
  const CabPlace *client = places->len > 1 ? places->pdata[1] : NULL;
  AdwNavigationPage *root;

  cab_practice_view_show_page (back->view, place->page);
  root = cab_practice_view_get_visible_page (back->view);
  lead (root, place);
  if (!CAB_IS_CLIENTS_PAGE (root) || client == NULL || !g_str_equal (client->page, "client"))
    return 1;

  cab_clients_page_open_client (CAB_CLIENTS_PAGE (root), client->client_id);
  if (!client->is_collapsed)
    cab_clients_page_go_back (CAB_CLIENTS_PAGE (root));
  lead (cab_clients_page_get_client (CAB_CLIENTS_PAGE (root)), client);

  return 2;
}

static void
on_settled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Return *back = user_data;
  g_autoptr (CabPracticeView) view = back->view;
  g_autoptr (CabOpenPractice) practice = back->practice;
  g_autoptr (GPtrArray) places = cab_open_practice_run_finish (practice, result, NULL);

  if (places == NULL || places->len == 0 || cab_open_practice_is_closed (practice))
    return;

  for (guint i = return_to_root (back, places); i < places->len; i++)
    {
      AdwNavigationPage *page = make_page (practice, places->pdata[i]);

      if (page == NULL)
        break;
      cab_practice_view_put (view, page);
      lead (page, places->pdata[i]);
    }
  if (!((const CabPlace *)places->pdata[0])->is_collapsed)
    cab_practice_view_show_sidebar (view);
}

void
cab_places_return (CabPracticeView *view, CabOpenPractice *practice, CabSecret *places)
{
  Return *back;

  g_return_if_fail (CAB_IS_PRACTICE_VIEW (view));
  g_return_if_fail (CAB_IS_OPEN_PRACTICE (practice));
  g_return_if_fail (places != NULL);

  back = g_new0 (Return, 1);
  back->view = g_object_ref (view);
  back->practice = g_object_ref (practice);
  cab_open_practice_run_async (practice, CAB_JOB_READS, settle_job, cab_secret_dup (places),
                               (GDestroyNotify)cab_secret_free, (GDestroyNotify)g_ptr_array_unref,
                               NULL, on_settled_cb, back);
}
