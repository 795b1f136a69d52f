/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-note-version-item.h"

#include <glib/gi18n.h>

#include "cab-format.h"
#include "cab-practice-settings.h"
#include "cab-signature.h"

#define VERSION(field) CAB_OWN (CAB_NOTE_VERSION_FIELD_##field)

struct _CabNoteVersionItem
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *detail;
  char *digest;
  char *sentence;
  char *text;
};

enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_DIGEST,
  PROP_SENTENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabNoteVersionItem, cab_note_version_item, G_TYPE_OBJECT)

const char *
cab_note_version_item_get_text (CabNoteVersionItem *self)
{
  g_return_val_if_fail (CAB_IS_NOTE_VERSION_ITEM (self), NULL);

  return self->text;
}

static CabNoteVersionItem *
new_item (CabPractice *practice, CabRecord *version, GError **error)
{
  const CabFilter filter = { .field = CAB_OWN (CAB_SIGNATURE_FIELD_SIGNED_ID),
                             .equals = cab_record_get_id (version),
                             .trashed = -1 };
  gint64 n_signatures = cab_practice_count (practice, &cab_signature_kind, &filter, error);
  g_autofree char *when = cab_format_instant (cab_record_get_text (version, CAB_SYSTEM_CREATED_AT),
                                              cab_practice_settings_get_zone (practice));
  const char *because = cab_codes_get_label (&cab_cut_because_codes,
                                             cab_record_get_text (version, VERSION (CUT_BECAUSE)));
  g_autoptr (CabNoteVersionItem) self = g_object_new (CAB_TYPE_NOTE_VERSION_ITEM, NULL);
  gint64 number = 0;

  if (n_signatures < 0)
    return NULL;

  cab_record_get_integer (version, VERSION (NUMBER), &number);
  self->title = g_strdup_printf (_ ("Version %d"), (int)number);
  /* Translators: %1$s is a day and its time, %2$s why a version was kept, “Left the page” */
  self->detail = g_strdup_printf (n_signatures > 0 ? _ ("%1$s · %2$s · signed")
                                                   : _ ("%1$s · %2$s · not signed"),
                                  when, because);
  self->digest = g_strdup (cab_record_get_text (version, VERSION (DIGEST)));
  self->sentence = g_strdup_printf ("%s. %s", self->title, self->detail);
  self->text = g_strdup (cab_record_get_text (version, VERSION (TEXT)));

  return g_steal_pointer (&self);
}

GPtrArray *
cab_note_version_item_list (CabPractice *practice,
                            const CabKind *kind,
                            const char *note_id,
                            GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CabRecord) note = cab_practice_load (practice, kind, note_id, error);
  g_autoptr (GPtrArray) versions = NULL;

  if (note == NULL)
    return NULL;
  versions = cab_note_list_versions (practice, note, error);
  if (versions == NULL)
    return NULL;

  for (guint i = versions->len; i > 0; i--)
    {
      CabNoteVersionItem *item = new_item (practice, versions->pdata[i - 1], error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }

  return g_steal_pointer (&items);
}

static char **
get_text (CabNoteVersionItem *self, guint prop_id)
{
  char **const texts[N_PROPS]
      = { NULL, &self->title, &self->detail, &self->digest, &self->sentence };

  return texts[prop_id];
}

static void
cab_note_version_item_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  g_value_set_string (value, *get_text (CAB_NOTE_VERSION_ITEM (object), prop_id));
}

static void
cab_note_version_item_finalize (GObject *object)
{
  CabNoteVersionItem *self = CAB_NOTE_VERSION_ITEM (object);

  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    g_free (*get_text (self, i));
  g_free (self->text);

  G_OBJECT_CLASS (cab_note_version_item_parent_class)->finalize (object);
}

static void
cab_note_version_item_class_init (CabNoteVersionItemClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "title", "detail", "digest", "sentence" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_note_version_item_get_property;
  object_class->finalize = cab_note_version_item_finalize;

  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_note_version_item_init (CabNoteVersionItem *self)
{
}
