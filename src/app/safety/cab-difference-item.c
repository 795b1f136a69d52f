/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-difference-item.h"

#include <glib/gi18n.h>

#include "cab-addendum.h"
#include "cab-attachment.h"
#include "cab-client-contact.h"
#include "cab-client-name.h"
#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-condition.h"
#include "cab-consent.h"
#include "cab-contact.h"
#include "cab-disclosure.h"
#include "cab-emotion-word.h"
#include "cab-format.h"
#include "cab-mood-entry.h"
#include "cab-mood-track.h"
#include "cab-note.h"
#include "cab-policy-text.h"
#include "cab-practice-settings.h"
#include "cab-process-note.h"
#include "cab-value-domain.h"
#include "cab-word.h"

struct _CabDifferenceItem
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *detail;

  /* State */
  CabDifference difference;
  CabDifferenceType type;
  gboolean is_ticked;
};

enum
{
  PROP_SECTION = 1,
  PROP_HEADING,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_SENTENCE,
  PROP_TICKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabDifferenceItem, cab_difference_item, G_TYPE_OBJECT)

/* What a person knows as a thing. The rest, versions, signatures, the content of
 * a file, is part of one of these and comes with it. */
static const CabKind *const wholes[] = {
  &cab_practice_kind,       &cab_clinician_kind,    &cab_client_kind,       &cab_contact_kind,
  &cab_client_contact_kind, &cab_condition_kind,    &cab_note_kind,         &cab_addendum_kind,
  &cab_process_note_kind,   &cab_mood_entry_kind,   &cab_emotion_word_kind, &cab_mood_track_kind,
  &cab_value_domain_kind,   &cab_value_rating_kind, &cab_policy_text_kind,  &cab_consent_kind,
  &cab_attachment_kind,     &cab_disclosure_kind,
};

static gboolean
is_whole (const CabKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (wholes[i] == kind)
      return TRUE;

  return FALSE;
}

typedef struct
{
  CabPractice *backup;
  const char *word;
  gboolean is_discreet;
  GHashTable *lost;  /* ids of clients that are in the backup alone */
  GHashTable *names; /* id of a client to its shown name, "" for none */
  GPtrArray *items;
} Listing;

static const char *
get_name (Listing *self, const char *client_id)
{
  const char *known = g_hash_table_lookup (self->names, client_id);
  g_autoptr (CabRecord) client = NULL;
  char *name;

  if (known != NULL)
    return known;

  client = cab_practice_load (self->backup, &cab_client_kind, client_id, NULL);
  name = client != NULL ? cab_client_name_dup (client, self->is_discreet) : g_strdup ("");
  g_hash_table_insert (self->names, g_strdup (client_id), name);
  return name;
}

/* A record that cannot be read is told by its kind, as its page will say more. */
static void
add_item (Listing *self, const CabDifference *difference, CabDifferenceType type)
{
  CabDifferenceItem *item = g_object_new (CAB_TYPE_DIFFERENCE_ITEM, NULL);
  gboolean is_client = difference->kind == &cab_client_kind;
  const char *label = is_client ? cab_word (self->word, "client") : _ (difference->kind->label);
  const char *name = "";

  item->difference = *difference;
  item->type = type;
  if (self->items->len < CAB_DIFFERENCE_NAMED)
    {
      g_autoptr (CabRecord) record
          = cab_practice_load (self->backup, difference->kind, difference->id, NULL);

      g_autofree char *description
          = record != NULL ? cab_client_name_dup_description (record, self->is_discreet) : NULL;

      item->title = cab_format_dates (description);
      if (!is_client && *difference->client_id != '\0')
        name = get_name (self, difference->client_id);
    }
  if (item->title == NULL || *item->title == '\0')
    g_set_str (&item->title, label);
  item->detail = *name != '\0' ? g_strdup_printf ("%s · %s", label, name) : g_strdup (label);
  g_ptr_array_add (self->items, item);
}

static gboolean
add_section (Listing *self,
             const GArray *differences,
             CabDifferenceType type,
             GCancellable *cancellable,
             GError **error)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const CabDifference *difference = &g_array_index (differences, CabDifference, i);
      gboolean is_client = difference->kind == &cab_client_kind;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_client && type == CAB_DIFFERENCE_ONLY_BACKUP)
        g_hash_table_add (self->lost, (char *)difference->id);
      if (is_whole (difference->kind)
          && (is_client || !g_hash_table_contains (self->lost, difference->client_id)))
        add_item (self, difference, type);
    }

  return TRUE;
}

GPtrArray *
cab_difference_item_list (CabPractice *backup,
                          const CabComparison *comparison,
                          gboolean is_discreet,
                          GCancellable *cancellable,
                          GError **error)
{
  CabRecord *settings;
  g_autoptr (GHashTable) lost = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Listing listing = {
    .backup = backup, .is_discreet = is_discreet, .lost = lost, .names = names, .items = items
  };

  g_return_val_if_fail (CAB_IS_PRACTICE (backup) && comparison != NULL, NULL);

  settings = cab_practice_get_settings (backup);
  listing.word = settings != NULL
                     ? cab_record_get_text (settings, CAB_OWN (CAB_PRACTICE_FIELD_WORD_FOR_CLIENT))
                     : NULL;
  if (!add_section (&listing, comparison->differences[CAB_DIFFERENCE_ONLY_BACKUP],
                    CAB_DIFFERENCE_ONLY_BACKUP, cancellable, error)
      || !add_section (&listing, comparison->differences[CAB_DIFFERENCE_CHANGED],
                       CAB_DIFFERENCE_CHANGED, cancellable, error))
    return NULL;

  return g_steal_pointer (&items);
}

const CabDifference *
cab_difference_item_get (CabDifferenceItem *self)
{
  g_return_val_if_fail (CAB_IS_DIFFERENCE_ITEM (self), NULL);

  return &self->difference;
}

CabDifferenceType
cab_difference_item_get_section (CabDifferenceItem *self)
{
  g_return_val_if_fail (CAB_IS_DIFFERENCE_ITEM (self), CAB_DIFFERENCE_ONLY_BACKUP);

  return self->type;
}

const char *
cab_difference_item_get_title (CabDifferenceItem *self)
{
  g_return_val_if_fail (CAB_IS_DIFFERENCE_ITEM (self), NULL);

  return self->title;
}

static const char *
get_heading (CabDifferenceItem *self)
{
  return self->type == CAB_DIFFERENCE_ONLY_BACKUP ? _ ("Only in the Backup") : _ ("Different");
}

static void
cab_difference_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabDifferenceItem *self = CAB_DIFFERENCE_ITEM (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      g_value_set_uint (value, self->type);
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
    case PROP_SENTENCE:
      g_value_take_string (value, g_strdup_printf ("%s, %s", self->title, self->detail));
      break;
    case PROP_TICKED:
      g_value_set_boolean (value, self->is_ticked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_difference_item_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  CAB_DIFFERENCE_ITEM (object)->is_ticked = g_value_get_boolean (value);
}

static void
cab_difference_item_finalize (GObject *object)
{
  CabDifferenceItem *self = CAB_DIFFERENCE_ITEM (object);

  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (cab_difference_item_parent_class)->finalize (object);
}

static void
cab_difference_item_class_init (CabDifferenceItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_difference_item_get_property;
  object_class->set_property = cab_difference_item_set_property;
  object_class->finalize = cab_difference_item_finalize;

  properties[PROP_SECTION]
      = g_param_spec_uint ("section", NULL, NULL, 0, CAB_N_DIFFERENCE_TYPES, 0, flags);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  properties[PROP_TICKED] = g_param_spec_boolean ("ticked", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_difference_item_init (CabDifferenceItem *self)
{
}
