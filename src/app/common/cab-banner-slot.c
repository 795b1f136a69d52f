/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-banner-slot.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "cab-format.h"

struct _CabBannerSlot
{
  AdwBin parent_instance;

  /* Owned */
  CabOpenPractice *practice;

  /* Template */
  AdwBanner *banner;
};

enum
{
  PROP_PRACTICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabBannerSlot, cab_banner_slot, ADW_TYPE_BIN)

/* A backup's name ends in the instant at which it was made. */
static char *
dup_made (CabOpenPractice *practice)
{
  const char *path = cab_open_practice_get_path (practice);
  const char *stamp = strrchr (path, '-');
  g_autofree char *instant = NULL;
  int day[3];
  int time[3];

  while (stamp != NULL && stamp > path
         && sscanf (stamp, "-%4d%2d%2dT%2d%2d%2dZ", &day[0], &day[1], &day[2], &time[0], &time[1],
                    &time[2])
                != 6)
    {
      g_autofree char *before = g_strndup (path, (gsize)(stamp - path));
      const char *earlier = strrchr (before, '-');

      stamp = earlier != NULL ? path + (earlier - before) : NULL;
    }
  if (stamp == NULL || stamp == path)
    return NULL;

  instant = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", day[0], day[1], day[2], time[0],
                             time[1], time[2]);

  return cab_format_instant (instant, cab_open_practice_get_zone (practice));
}

/* [W-47] Why it is read-only, in one line. */
static char *
dup_read_only (CabOpenPractice *practice)
{
  const char *path = cab_open_practice_get_path (practice);

  if (g_str_has_suffix (path, ".cabinet-backup"))
    {
      g_autofree char *made = dup_made (practice);

      if (made == NULL)
        return g_strdup (_ ("Backup – read-only"));
      /* Translators: %s is a day and a time */
      return g_strdup_printf (_ ("Backup from %s – read-only"), made);
    }
  if (access (path, W_OK) != 0)
    return g_strdup (_ ("No permission to change this file – read-only"));

  return g_strdup (_ ("Opened read-only"));
}

static void
update (CabBannerSlot *self)
{
  g_autofree char *title = NULL;

  if (self->practice == NULL || cab_open_practice_is_closed (self->practice))
    return;

  if (!cab_open_practice_is_writable (self->practice))
    title = dup_read_only (self->practice);
  else if (cab_open_practice_is_sample (self->practice))
    title = g_strdup (_ ("Sample practice – do not enter real people"));

  adw_banner_set_title (self->banner, title != NULL ? title : "");
  adw_banner_set_revealed (self->banner, title != NULL);
}

static void
cab_banner_slot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, CAB_BANNER_SLOT (object)->practice);
}

static void
cab_banner_slot_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CabBannerSlot *self = CAB_BANNER_SLOT (object);

  if (g_set_object (&self->practice, g_value_get_object (value)))
    update (self);
}

static void
cab_banner_slot_dispose (GObject *object)
{
  g_clear_object (&CAB_BANNER_SLOT (object)->practice);

  G_OBJECT_CLASS (cab_banner_slot_parent_class)->dispose (object);
}

static void
cab_banner_slot_class_init (CabBannerSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_banner_slot_get_property;
  object_class->set_property = cab_banner_slot_set_property;
  object_class->dispose = cab_banner_slot_dispose;

  properties[PROP_PRACTICE] = g_param_spec_object ("practice", NULL, NULL, CAB_TYPE_OPEN_PRACTICE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/common/cab-banner-slot.ui");
  gtk_widget_class_bind_template_child (widget_class, CabBannerSlot, banner);
}

static void
cab_banner_slot_init (CabBannerSlot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
