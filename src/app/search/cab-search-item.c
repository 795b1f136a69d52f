/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-search-item.h"

#include <glib/gi18n.h>
#include <pango/pango.h>

#include "cab-client.h"

CAB_DEFINE_CODES (cab_search_kind_codes,
                  "search-kind",
                  { "client", N_ ("People") },
                  { "note", N_ ("Notes") },
                  { "addendum", N_ ("Addenda") },
                  { "process-note", N_ ("Process Notes") },
                  { "attachment", N_ ("Files") },
                  { "consent", N_ ("Consents") });

struct _CabSearchItem
{
  GObject parent_instance;

  guint section;
  CabRow *row;
  char *title;
  char *detail;
  char *snippet;
  PangoAttrList *title_look;
  PangoAttrList *snippet_look;
};

enum
{
  PROP_SECTION = 1,
  PROP_HEADING,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_SNIPPET,
  PROP_TITLE_LOOK,
  PROP_SNIPPET_LOOK,
  PROP_SENTENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabSearchItem, cab_search_item, G_TYPE_OBJECT)

int
cab_search_kind_find (const CabKind *kind)
{
  g_return_val_if_fail (kind != NULL, -1);

  return cab_codes_find (&cab_search_kind_codes, kind->name);
}

/* [W-30] The words that were found, in bold. */
static PangoAttrList *
make_look (CabRow *row)
{
  PangoAttrList *look = pango_attr_list_new ();
  gsize n;
  const CabRange *ranges = cab_row_get_ranges (row, CAB_SEARCH_ROW_HITS, &n);

  for (gsize i = 0; i < n; i++)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = ranges[i].start;
      bold->end_index = ranges[i].end;
      pango_attr_list_insert (look, bold);
    }

  return look;
}

CabSearchItem *
cab_search_item_new (guint section, CabRow *row)
{
  CabSearchItem *self = g_object_new (CAB_TYPE_SEARCH_ITEM, NULL);
  const char *client = cab_row_get_text (row, CAB_SEARCH_ROW_CLIENT);
  const char *title = cab_row_get_text (row, CAB_SEARCH_ROW_TITLE);
  const char *snippet = cab_row_get_text (row, CAB_SEARCH_ROW_SNIPPET);

  self->section = section;
  self->row = g_object_ref (row);
  self->title = g_strdup (title != NULL ? title : client);
  self->detail
      = g_strdup (title != NULL ? client : cab_row_get_text (row, CAB_SEARCH_ROW_REFERENCE));
  /* Where nobody is named the reference is the title. */
  if (g_strcmp0 (self->detail, self->title) == 0)
    g_clear_pointer (&self->detail, g_free);
  /* What was found in the title itself is not said twice. */
  if (snippet == NULL)
    return self;
  if (g_strcmp0 (snippet, self->title) == 0)
    {
      self->title_look = make_look (row);
      return self;
    }
  self->snippet = g_strdup (snippet);
  self->snippet_look = make_look (row);

  return self;
}

CabSearchItem *
cab_search_item_new_all (guint section, guint n_all)
{
  CabSearchItem *self = g_object_new (CAB_TYPE_SEARCH_ITEM, NULL);

  self->section = section;
  /* Translators: %u is how many there are */
  self->title = g_strdup_printf (_ ("Show All %u"), n_all);

  return self;
}

guint
cab_search_item_get_section (CabSearchItem *self)
{
  g_return_val_if_fail (CAB_IS_SEARCH_ITEM (self), 0);

  return self->section;
}

CabRow *
cab_search_item_get_row (CabSearchItem *self)
{
  g_return_val_if_fail (CAB_IS_SEARCH_ITEM (self), NULL);

  return self->row;
}

static const char *
get_heading (CabSearchItem *self)
{
  return _ (cab_search_kind_codes.codes[self->section].label);
}

static char *
dup_sentence (CabSearchItem *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_strv_builder_add (parts, self->title);
  if (self->row == NULL)
    g_strv_builder_add (parts, get_heading (self));
  if (self->detail != NULL)
    g_strv_builder_add (parts, self->detail);
  if (self->snippet != NULL)
    g_strv_builder_add (parts, self->snippet);
  words = g_strv_builder_end (parts);

  return g_strjoinv (", ", words);
}

static void
cab_search_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabSearchItem *self = CAB_SEARCH_ITEM (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      g_value_set_uint (value, self->section);
      break;
    case PROP_HEADING:
      g_value_set_string (value, get_heading (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, self->snippet);
      break;
    case PROP_TITLE_LOOK:
      g_value_set_boxed (value, self->title_look);
      break;
    case PROP_SNIPPET_LOOK:
      g_value_set_boxed (value, self->snippet_look);
      break;
    case PROP_SENTENCE:
      g_value_take_string (value, dup_sentence (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_search_item_finalize (GObject *object)
{
  CabSearchItem *self = CAB_SEARCH_ITEM (object);

  g_clear_object (&self->row);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->snippet);
  g_clear_pointer (&self->title_look, pango_attr_list_unref);
  g_clear_pointer (&self->snippet_look, pango_attr_list_unref);

  G_OBJECT_CLASS (cab_search_item_parent_class)->finalize (object);
}

static void
cab_search_item_class_init (CabSearchItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_search_item_get_property;
  object_class->finalize = cab_search_item_finalize;

  properties[PROP_SECTION] = g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_SNIPPET] = g_param_spec_string ("snippet", NULL, NULL, NULL, flags);
  properties[PROP_TITLE_LOOK]
      = g_param_spec_boxed ("title-look", NULL, NULL, PANGO_TYPE_ATTR_LIST, flags);
  properties[PROP_SNIPPET_LOOK]
      = g_param_spec_boxed ("snippet-look", NULL, NULL, PANGO_TYPE_ATTR_LIST, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_search_item_init (CabSearchItem *self)
{
}
