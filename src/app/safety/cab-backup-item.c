/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-backup-item.h"

#include <glib/gi18n.h>

#include "cab-format.h"

struct _CabBackupItem
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *detail;
  char *path;

  /* State */
  gboolean is_present;
};

enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_PATH,
  PROP_PRESENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabBackupItem, cab_backup_item, G_TYPE_OBJECT)

/* [W-98] How far it was checked, and when. */
static char *
dup_checked (const CabBackupEntry *entry, const char *zone)
{
  g_autofree char *day = NULL;

  if (entry->verified_ms == 0)
    return g_strdup (_ ("never checked"));

  day = cab_format_ms (entry->verified_ms, zone);
  if (g_strcmp0 (entry->level, "full") == 0)
    /* Translators: %s is a day and a time */
    return g_strdup_printf (_ ("checked completely %s"), day);

  /* Translators: %s is a day and a time */
  return g_strdup_printf (_ ("checked %s"), day);
}

static const char *
get_state (const char *state)
{
  if (g_strcmp0 (state, "missing") == 0)
    return _ ("not there any more");
  if (g_strcmp0 (state, "deleted") == 0)
    return _ ("removed");
  if (g_strcmp0 (state, "scrubbed") == 0)
    return _ ("the erased were taken out");

  return NULL;
}

CabBackupItem *
cab_backup_item_new (const CabBackupEntry *entry, const char *zone)
{
  CabBackupItem *self = g_object_new (CAB_TYPE_BACKUP_ITEM, NULL);
  g_autofree char *size = NULL;
  g_autofree char *checked = NULL;
  const char *state;

  g_return_val_if_fail (entry != NULL, self);

  size = cab_format_size ((guint64)MAX (entry->size, 0));
  checked = dup_checked (entry, zone);
  state = get_state (entry->state);
  self->title = cab_format_ms (entry->made_ms, zone);
  self->detail = state != NULL ? g_strdup_printf ("%s · %s · %s", size, checked, state)
                               : g_strdup_printf ("%s · %s", size, checked);
  self->path = g_strdup (entry->path);
  self->is_present
      = g_strcmp0 (entry->state, "present") == 0 || g_strcmp0 (entry->state, "scrubbed") == 0;

  return self;
}

const char *
cab_backup_item_get_path (CabBackupItem *self)
{
  g_return_val_if_fail (CAB_IS_BACKUP_ITEM (self), NULL);

  return self->path;
}

static void
cab_backup_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabBackupItem *self = CAB_BACKUP_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_PRESENT:
      g_value_set_boolean (value, self->is_present);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_backup_item_finalize (GObject *object)
{
  CabBackupItem *self = CAB_BACKUP_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->path);

  G_OBJECT_CLASS (cab_backup_item_parent_class)->finalize (object);
}

static void
cab_backup_item_class_init (CabBackupItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_backup_item_get_property;
  object_class->finalize = cab_backup_item_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_PRESENT] = g_param_spec_boolean ("present", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_backup_item_init (CabBackupItem *self)
{
}
