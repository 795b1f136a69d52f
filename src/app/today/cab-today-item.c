/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-today-item.h"

#define N_TEXTS 4

struct _CabTodayItem
{
  GObject parent_instance;

  CabTodaySection section;
  guint urgency;
  char *texts[N_TEXTS]; /* title, detail, state, icon-name */
  char *kind;
  char *id;
  char *client_id;
  CabTodayTarget target;
};

enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_STATE,
  PROP_ICON_NAME,
  PROP_SECTION,
  PROP_URGENCY,
  PROP_SENTENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabTodayItem, cab_today_item, G_TYPE_OBJECT)

CabTodaySection
cab_today_item_get_section (CabTodayItem *self)
{
  g_return_val_if_fail (CAB_IS_TODAY_ITEM (self), CAB_TODAY_START);

  return self->section;
}

const CabTodayTarget *
cab_today_item_get_target (CabTodayItem *self)
{
  g_return_val_if_fail (CAB_IS_TODAY_ITEM (self), NULL);

  return &self->target;
}

void
cab_today_item_set_target (CabTodayItem *self, const CabTodayTarget *target)
{
  g_return_if_fail (CAB_IS_TODAY_ITEM (self));
  g_return_if_fail (target != NULL);

  g_set_str (&self->kind, target->kind);
  g_set_str (&self->id, target->id);
  g_set_str (&self->client_id, target->client_id);
  self->target = (CabTodayTarget){
    .action = target->action,
    .kind = self->kind,
    .id = self->id,
    .client_id = self->client_id,
  };
}

gboolean
cab_today_item_equals (CabTodayItem *self, CabTodayItem *other)
{
  g_return_val_if_fail (CAB_IS_TODAY_ITEM (self), FALSE);
  g_return_val_if_fail (CAB_IS_TODAY_ITEM (other), FALSE);

  for (guint i = 0; i < N_TEXTS; i++)
    if (g_strcmp0 (self->texts[i], other->texts[i]) != 0)
      return FALSE;

  return self->section == other->section && self->urgency == other->urgency
         && g_strcmp0 (self->target.action, other->target.action) == 0
         && g_strcmp0 (self->kind, other->kind) == 0 && g_strcmp0 (self->id, other->id) == 0
         && g_strcmp0 (self->client_id, other->client_id) == 0;
}

/* What stands in the line, without its icon. */
static char *
dup_sentence (CabTodayItem *self)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (guint i = 0; i < PROP_ICON_NAME - PROP_TITLE; i++)
    {
      const char *text = self->texts[i];

      if (text == NULL || *text == '\0')
        continue;
      if (sentence->len > 0)
        g_string_append (sentence, ", ");
      g_string_append (sentence, text);
    }

  return g_strdup (sentence->str);
}

static void
cab_today_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CabTodayItem *self = CAB_TODAY_ITEM (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      g_value_set_uint (value, self->section);
      break;
    case PROP_URGENCY:
      g_value_set_uint (value, self->urgency);
      break;
    case PROP_SENTENCE:
      g_value_take_string (value, dup_sentence (self));
      break;
    default:
      g_value_set_string (value, self->texts[prop_id - PROP_TITLE]);
    }
}

static void
cab_today_item_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabTodayItem *self = CAB_TODAY_ITEM (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      self->section = g_value_get_uint (value);
      break;
    case PROP_URGENCY:
      self->urgency = g_value_get_uint (value);
      break;
    default:
      self->texts[prop_id - PROP_TITLE] = g_value_dup_string (value);
    }
}

static void
cab_today_item_finalize (GObject *object)
{
  CabTodayItem *self = CAB_TODAY_ITEM (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->client_id);

  G_OBJECT_CLASS (cab_today_item_parent_class)->finalize (object);
}

static void
cab_today_item_class_init (CabTodayItemClass *klass)
{
  static const char *const texts[] = { "title", "detail", "state", "icon-name" };
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_today_item_get_property;
  object_class->set_property = cab_today_item_set_property;
  object_class->finalize = cab_today_item_finalize;

  for (guint i = 0; i < N_TEXTS; i++)
    properties[PROP_TITLE + i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  properties[PROP_SECTION]
      = g_param_spec_uint ("section", NULL, NULL, 0, CAB_TODAY_CONTINUE, 0, flags);
  properties[PROP_URGENCY] = g_param_spec_uint ("urgency", NULL, NULL, 0, 2, 2, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_today_item_init (CabTodayItem *self)
{
}
