/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-client-item.h"

struct _CabClientItem
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *name;
  char *detail;
};

enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_DETAIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabClientItem, cab_client_item, G_TYPE_OBJECT)

const char *
cab_client_item_get_id (CabClientItem *self)
{
  g_return_val_if_fail (CAB_IS_CLIENT_ITEM (self), NULL);

  return self->id;
}

static char **
get_text (CabClientItem *self, guint prop_id)
{
  return prop_id == PROP_ID ? &self->id : prop_id == PROP_NAME ? &self->name : &self->detail;
}

static void
cab_client_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, *get_text (CAB_CLIENT_ITEM (object), prop_id));
}

static void
cab_client_item_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  g_set_str (get_text (CAB_CLIENT_ITEM (object), prop_id), g_value_get_string (value));
}

static void
cab_client_item_finalize (GObject *object)
{
  for (guint i = PROP_ID; i < N_PROPS; i++)
    g_free (*get_text (CAB_CLIENT_ITEM (object), i));

  G_OBJECT_CLASS (cab_client_item_parent_class)->finalize (object);
}

static void
cab_client_item_class_init (CabClientItemClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "id", "name", "detail" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cab_client_item_get_property;
  object_class->set_property = cab_client_item_set_property;
  object_class->finalize = cab_client_item_finalize;

  for (guint i = PROP_ID; i < N_PROPS; i++)
    properties[i]
        = g_param_spec_string (names[i], NULL, NULL, NULL,
                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cab_client_item_init (CabClientItem *self)
{
}
