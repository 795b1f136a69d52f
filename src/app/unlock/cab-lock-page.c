/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-lock-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-announce.h"
#include "cab-caps-lock.h"
#include "cab-forgetting.h"
#include "cab-opener.h"
#include "cab-pace.h"
#include "cab-sample.h"
#include "cab-verbatim.h"

struct _CabLockPage
{
  AdwBin parent_instance;

  /* Owned */
  char *path;

  /* Template */
  GtkLabel *file_label;
  GtkLabel *hint_label;
  AdwPasswordEntryRow *passphrase_row;
  GtkLabel *refusal_label;
  GtkLabel *caps_label;
  GtkStack *unlock_stack;
  GtkButton *unlock_button;

  /* State */
  CabPace pace;
  guint delay_id;
  guint is_busy : 1;
};

enum
{
  PROP_PATH = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint unlock_signal;
static guint cancel_signal;

G_DEFINE_FINAL_TYPE (CabLockPage, cab_lock_page, ADW_TYPE_BIN)

CabLockPage *
cab_lock_page_new (const char *path)
{
  return g_object_new (CAB_TYPE_LOCK_PAGE, "path", path, NULL);
}

const char *
cab_lock_page_get_path (CabLockPage *self)
{
  g_return_val_if_fail (CAB_IS_LOCK_PAGE (self), NULL);

  return self->path;
}

CabSecret *
cab_lock_page_steal_secret (CabLockPage *self)
{
  const char *typed;

  g_return_val_if_fail (CAB_IS_LOCK_PAGE (self), NULL);

  typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));

  return *typed != '\0' ? cab_secret_new_copy (typed, strlen (typed)) : NULL;
}

static void
update_sensitive (CabLockPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  gboolean is_waiting = self->delay_id != 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase_row), !self->is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unlock_button),
                            !self->is_busy && !is_waiting && *typed != '\0');
  gtk_stack_set_visible_child_name (self->unlock_stack, self->is_busy ? "busy" : "button");
}

void
cab_lock_page_set_busy (CabLockPage *self, gboolean is_busy)
{
  g_return_if_fail (CAB_IS_LOCK_PAGE (self));

  self->is_busy = is_busy != FALSE;
  if (is_busy)
    {
      /* A text that is made insensitive while it has the focus is never told. */
      gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), FALSE);
      gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase_row), "error");
    }
  update_sensitive (self);
}

static void
on_delay_over_cb (gpointer user_data)
{
  CabLockPage *self = user_data;

  self->delay_id = 0;
  update_sensitive (self);
}

static void
start_delay (CabLockPage *self)
{
  guint delay_ms = cab_pace_get_delay_ms (&self->pace);

  if (delay_ms == 0)
    return;

  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->delay_id = g_timeout_add_once (delay_ms, on_delay_over_cb, self);
}

/* From the third time on the keyboard itself is the likeliest reason. */
static char *
dup_refusal (CabLockPage *self, const char *sentence)
{
  return cab_pace_get_delay_ms (&self->pace) == 0
             ? g_strdup (sentence)
             : cab_caps_lock_dup_sentence (GTK_WIDGET (self), sentence);
}

void
cab_lock_page_refuse (CabLockPage *self, const char *sentence)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CAB_IS_LOCK_PAGE (self));
  g_return_if_fail (sentence != NULL);

  self->pace.failures++;
  start_delay (self);
  cab_lock_page_set_busy (self, FALSE);

  text = dup_refusal (self, sentence);
  gtk_label_set_label (self->refusal_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->passphrase_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->passphrase_row), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  cab_announce (GTK_WIDGET (self), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
  gtk_editable_select_region (GTK_EDITABLE (self->passphrase_row), 0, -1);
}

static void
on_passphrase_changed_cb (CabLockPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase_row), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->passphrase_row), GTK_ACCESSIBLE_STATE_INVALID);
  update_sensitive (self);
}

static void
on_unlock_cb (CabLockPage *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->unlock_button)))
    g_signal_emit (self, unlock_signal, 0);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  CabLockPage *self = CAB_LOCK_PAGE (widget);

  if (!self->is_busy)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, cancel_signal, 0);

  return GDK_EVENT_STOP;
}

static void
cab_lock_page_map (GtkWidget *widget)
{
  CabLockPage *self = CAB_LOCK_PAGE (widget);

  GTK_WIDGET_CLASS (cab_lock_page_parent_class)->map (widget);

  cab_caps_lock_follow (GTK_WIDGET (self->caps_label), widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

/* What a person should know before the passphrase is typed, or NULL. */
static char *
dup_hint (CabLockPage *self)
{
  g_autofree char *sample = cab_opener_dup_sample_path ();

  if (g_str_equal (sample, self->path))
    /* Translators: %s is the passphrase that opens the sample practice */
    return g_strdup_printf (_ ("The sample practice opens with “%s”"), CAB_SAMPLE_PASSPHRASE);
  /* [W-48], [W-50] */
  if (g_str_has_suffix (self->path, ".cabinet-backup"))
    return g_strdup (_ ("A backup opens with the passphrase of the time it was made. Reading it is "
                        "not recorded in its activity log."));

  return NULL;
}

static void
show_file (CabLockPage *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *hint = dup_hint (self);

  gtk_label_set_label (self->file_label, name);
  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
}

static void
cab_lock_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CabLockPage *self = CAB_LOCK_PAGE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      show_file (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_lock_page_dispose (GObject *object)
{
  CabLockPage *self = CAB_LOCK_PAGE (object);

  g_clear_handle_id (&self->delay_id, g_source_remove);

  G_OBJECT_CLASS (cab_lock_page_parent_class)->dispose (object);
}

static void
cab_lock_page_finalize (GObject *object)
{
  g_free (CAB_LOCK_PAGE (object)->path);

  G_OBJECT_CLASS (cab_lock_page_parent_class)->finalize (object);
}

static void
cab_lock_page_class_init (CabLockPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = cab_lock_page_set_property;
  object_class->dispose = cab_lock_page_dispose;
  object_class->finalize = cab_lock_page_finalize;
  widget_class->map = cab_lock_page_map;

  properties[PROP_PATH] = g_param_spec_string (
      "path", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  unlock_signal = g_signal_new ("unlock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  cancel_signal = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/cabinet/Cabinet/ui/unlock/cab-lock-page.ui");
  gtk_widget_class_set_css_name (widget_class, "lock-page");
  gtk_widget_class_bind_template_child (widget_class, CabLockPage, file_label);
  gtk_widget_class_bind_template_child (widget_class, CabLockPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, CabLockPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, CabLockPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, CabLockPage, caps_label);
  gtk_widget_class_bind_template_child (widget_class, CabLockPage, unlock_stack);
  gtk_widget_class_bind_template_child (widget_class, CabLockPage, unlock_button);
  gtk_widget_class_bind_template_callback (widget_class, on_passphrase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unlock_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
cab_lock_page_init (CabLockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_passphrase (self->passphrase_row);
  cab_verbatim_set (GTK_WIDGET (self->file_label));
  update_sensitive (self);
}
