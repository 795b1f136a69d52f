/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-client-map.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cab-import-resources.h"
#include "cab-kind.h"
#include "cab-resource.h"

#define RESOURCES "/org/cabinet/import/"
#define HEADINGS "headings"
#define VALUES "values "
#define DATES "dates"
#define CENTURIES "centuries"
#define TABLE "table"

struct _CabClientMap
{
  char *name;
  GKeyFile *own;        /* what goes beyond the built-in one */
  GHashTable *headings; /* folded heading to target, before the built-in ones */
  GHashTable *values;   /* field, newline, folded text to value, likewise */
};

static void
take_headings (CabClientMap *self, GKeyFile *file)
{
  g_auto (GStrv) targets = g_key_file_get_keys (file, HEADINGS, NULL, NULL);

  for (guint i = 0; targets != NULL && targets[i] != NULL; i++)
    {
      g_auto (GStrv) list = g_key_file_get_string_list (file, HEADINGS, targets[i], NULL, NULL);

      for (guint j = 0; list != NULL && list[j] != NULL; j++)
        g_hash_table_replace (self->headings, cab_client_map_fold (list[j]), g_strdup (targets[i]));
    }
}

/* What a person said or what came from them; the rest is the model's to write. */
static gboolean
is_target (const char *target)
{
  const CabKind *kind = cab_kind_find ("client");
  const CabField *field;
  int index;

  if (strcmp (target, CAB_CLIENT_TARGET_SOURCE) == 0
      || strcmp (target, CAB_CLIENT_TARGET_WHOLE_NAME) == 0
      || strcmp (target, CAB_CLIENT_TARGET_LEAVE) == 0)
    return TRUE;

  index = cab_kind_find_field (kind, target);
  if (index < CAB_N_SYSTEM_FIELDS)
    return FALSE;

  field = cab_kind_get_field (kind, index);
  return (field->right == CAB_RIGHT_PROVIDED || field->right == CAB_RIGHT_OBSERVED)
         && field->type != CAB_FIELD_REF && (field->flags & CAB_FLAG_INTERNAL) == 0;
}

static gboolean
check_targets (GKeyFile *file, GError **error)
{
  g_auto (GStrv) targets = g_key_file_get_keys (file, HEADINGS, NULL, NULL);

  for (guint i = 0; targets != NULL && targets[i] != NULL; i++)
    {
      if (!is_target (targets[i]))
        {
          g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                       _ ("“%s” is no field that a client's table can fill."), targets[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static char *
make_value_key (const char *field, const char *text)
{
  g_autofree char *folded = cab_client_map_fold (text);

  return g_strconcat (field, "\n", folded, NULL);
}

static void
take_values (CabClientMap *self, GKeyFile *file, const char *group)
{
  g_auto (GStrv) texts = g_key_file_get_keys (file, group, NULL, NULL);
  const char *field = group + strlen (VALUES);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    g_hash_table_replace (self->values, make_value_key (field, texts[i]),
                          g_key_file_get_string (file, group, texts[i], NULL));
}

static void
take_file (CabClientMap *self, GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  take_headings (self, file);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], VALUES))
        take_values (self, file, groups[i]);
    }
}

/* The fields' own names are headings too: that is how Cabinet's tables look. */
static void
take_resource (CabClientMap *self, const char *name)
{
  static gsize is_enlisted;
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes
      = cab_resource_dup_data (&is_enlisted, cab_import_register_resource, path);
  g_auto (GStrv) targets = NULL;

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_assert_not_reached ();

  targets = g_key_file_get_keys (file, HEADINGS, NULL, NULL);
  for (guint i = 0; targets != NULL && targets[i] != NULL; i++)
    {
      if (strcmp (targets[i], CAB_CLIENT_TARGET_LEAVE) != 0)
        g_hash_table_replace (self->headings, cab_client_map_fold (targets[i]),
                              g_strdup (targets[i]));
    }
  take_file (self, file);
}

CabClientMap *
cab_client_map_new (const char *name)
{
  CabClientMap *self = g_new0 (CabClientMap, 1);

  self->name = g_strdup (name != NULL ? name : CAB_CLIENT_MAP_BUILT_IN);
  self->own = g_key_file_new ();
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/* Read once in a program, and never changed: any thread may look things up. */
static const CabClientMap *
get_built_in (void)
{
  static CabClientMap *built_in;

  if (g_once_init_enter_pointer (&built_in))
    {
      CabClientMap *map = cab_client_map_new (NULL);

      take_resource (map, "client-headings");
      take_resource (map, "countries");
      g_once_init_leave_pointer (&built_in, map);
    }

  return built_in;
}

static const char *
find_target (CabClientMap *self, const char *folded)
{
  const char *own = g_hash_table_lookup (self->headings, folded);

  return own != NULL ? own : g_hash_table_lookup (get_built_in ()->headings, folded);
}

static const char *
find_value (CabClientMap *self, const char *key)
{
  const char *own = g_hash_table_lookup (self->values, key);

  return own != NULL ? own : g_hash_table_lookup (get_built_in ()->values, key);
}

CabClientMap *
cab_client_map_new_from_text (const char *name, const char *text, GError **error)
{
  g_autoptr (CabClientMap) self = NULL;

  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  self = cab_client_map_new (name);
  if (!g_key_file_load_from_data (self->own, text, -1, G_KEY_FILE_KEEP_COMMENTS, error)
      || !check_targets (self->own, error))
    return NULL;

  take_file (self, self->own);
  return g_steal_pointer (&self);
}

void
cab_client_map_free (CabClientMap *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_key_file_unref (self->own);
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->values);
  g_free (self);
}

char *
cab_client_map_dup_text (CabClientMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_key_file_to_data (self->own, NULL, NULL);
}

const char *
cab_client_map_get_name (CabClientMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

char *
cab_client_map_fold (const char *heading)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  GString *kept;

  g_return_val_if_fail (heading != NULL, NULL);

  decomposed = g_utf8_normalize (heading, -1, G_NORMALIZE_ALL);
  folded = g_utf8_casefold (decomposed != NULL ? decomposed : "", -1);
  kept = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && !g_unichar_ismark (c) && c != '_' && c != '-' && c != '.')
        g_string_append_unichar (kept, c);
    }

  return g_string_free (kept, FALSE);
}

const char *
cab_client_map_get_target (CabClientMap *self, const char *heading)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && heading != NULL, NULL);

  folded = cab_client_map_fold (heading);
  return find_target (self, folded);
}

/* Adds @heading to the headings of @target in the own part of the map. */
static void
add_own_heading (CabClientMap *self, const char *heading, const char *target)
{
  g_auto (GStrv) list = g_key_file_get_string_list (self->own, HEADINGS, target, NULL, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) longer = NULL;

  if (list != NULL)
    g_strv_builder_addv (builder, (const char **)list);
  g_strv_builder_add (builder, heading);
  longer = g_strv_builder_end (builder);
  g_key_file_set_string_list (self->own, HEADINGS, target, (const char *const *)longer,
                              g_strv_length (longer));
}

/* Takes @heading out of the own part, wherever it stands. */
static void
remove_own_heading (CabClientMap *self, const char *folded)
{
  g_auto (GStrv) targets = g_key_file_get_keys (self->own, HEADINGS, NULL, NULL);

  for (guint i = 0; targets != NULL && targets[i] != NULL; i++)
    {
      g_auto (GStrv) list
          = g_key_file_get_string_list (self->own, HEADINGS, targets[i], NULL, NULL);

      g_key_file_remove_key (self->own, HEADINGS, targets[i], NULL);
      for (guint j = 0; list != NULL && list[j] != NULL; j++)
        {
          g_autofree char *other = cab_client_map_fold (list[j]);

          if (strcmp (other, folded) != 0)
            add_own_heading (self, list[j], targets[i]);
        }
    }
}

void
cab_client_map_set_target (CabClientMap *self, const char *heading, const char *target)
{
  char *folded;

  g_return_if_fail (self != NULL && heading != NULL);
  g_return_if_fail (target != NULL && is_target (target));

  folded = cab_client_map_fold (heading);
  remove_own_heading (self, folded);
  add_own_heading (self, heading, target);
  g_hash_table_replace (self->headings, folded, g_strdup (target));
}

char *
cab_client_map_dup_value (CabClientMap *self, const char *field, const char *text)
{
  g_autofree char *key = NULL;
  const char *value;

  g_return_val_if_fail (self != NULL && field != NULL && text != NULL, NULL);

  key = make_value_key (field, text);
  value = find_value (self, key);
  return g_strdup (value != NULL ? value : text);
}

const char *
cab_client_map_get_country (CabClientMap *self, const char *text)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  key = make_value_key ("country", text);
  return find_value (self, key);
}

void
cab_client_map_set_value (CabClientMap *self,
                          const char *field,
                          const char *text,
                          const char *value)
{
  g_autofree char *group = NULL;
  g_autofree char *folded = NULL;

  g_return_if_fail (self != NULL && field != NULL && text != NULL && value != NULL);

  group = g_strconcat (VALUES, field, NULL);
  folded = cab_client_map_fold (text);
  g_return_if_fail (folded[0] != '\0' && strpbrk (folded, "=[]#") == NULL);

  g_key_file_set_string (self->own, group, folded, value);
  g_hash_table_replace (self->values, make_value_key (field, text), g_strdup (value));
}

CabDateOrder
cab_client_map_get_date_order (CabClientMap *self, const char *field)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL && field != NULL, CAB_DATE_ORDER_UNKNOWN);

  name = g_key_file_get_string (self->own, DATES, field, NULL);
  return cab_date_order_find (name);
}

void
cab_client_map_set_date_order (CabClientMap *self, const char *field, CabDateOrder order)
{
  g_return_if_fail (self != NULL && field != NULL);

  if (order == CAB_DATE_ORDER_UNKNOWN)
    g_key_file_remove_key (self->own, DATES, field, NULL);
  else
    g_key_file_set_string (self->own, DATES, field, cab_date_order_get_name (order));
}

guint
cab_client_map_get_century (CabClientMap *self, const char *field)
{
  int century;

  g_return_val_if_fail (self != NULL && field != NULL, 0);

  century = g_key_file_get_integer (self->own, CENTURIES, field, NULL);
  return century == 1900 || century == 2000 ? (guint)century : 0;
}

void
cab_client_map_set_century (CabClientMap *self, const char *field, guint century)
{
  g_return_if_fail (self != NULL && field != NULL);
  g_return_if_fail (century == 0 || century == 1900 || century == 2000);

  g_key_file_set_integer (self->own, CENTURIES, field, (int)century);
}

CabCsvEncoding
cab_client_map_get_encoding (CabClientMap *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, CAB_CSV_ENCODING_UNKNOWN);

  name = g_key_file_get_string (self->own, TABLE, "encoding", NULL);
  return cab_csv_encoding_find (name);
}

void
cab_client_map_set_encoding (CabClientMap *self, CabCsvEncoding encoding)
{
  g_return_if_fail (self != NULL);

  if (encoding == CAB_CSV_ENCODING_UNKNOWN)
    g_key_file_remove_key (self->own, TABLE, "encoding", NULL);
  else
    g_key_file_set_string (self->own, TABLE, "encoding", cab_csv_encoding_get_name (encoding));
}

char
cab_client_map_get_delimiter (CabClientMap *self)
{
  g_autofree char *delimiter = NULL;

  g_return_val_if_fail (self != NULL, '\0');

  delimiter = g_key_file_get_string (self->own, TABLE, "delimiter", NULL);
  return delimiter != NULL && strlen (delimiter) == 1 && strpbrk (delimiter, ",;\t") != NULL
             ? delimiter[0]
             : '\0';
}

void
cab_client_map_set_delimiter (CabClientMap *self, char delimiter)
{
  char text[2] = { delimiter, '\0' };

  g_return_if_fail (self != NULL);
  g_return_if_fail (delimiter == ',' || delimiter == ';' || delimiter == '\t');

  g_key_file_set_string (self->own, TABLE, "delimiter", text);
}

gboolean
cab_client_map_get_splits_names (CabClientMap *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_key_file_get_boolean (self->own, TABLE, "split-names", NULL);
}

void
cab_client_map_set_splits_names (CabClientMap *self, gboolean splits)
{
  g_return_if_fail (self != NULL);

  g_key_file_set_boolean (self->own, TABLE, "split-names", splits);
}

gboolean
cab_client_map_get_decodes (CabClientMap *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_key_file_get_boolean (self->own, TABLE, "decode", NULL);
}

void
cab_client_map_set_decodes (CabClientMap *self, gboolean decodes)
{
  g_return_if_fail (self != NULL);

  g_key_file_set_boolean (self->own, TABLE, "decode", decodes);
}
