/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-passphrase-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-caps-lock.h"
#include "cab-forgetting.h"
#include "cab-settings.h"
#include "cab-strength.h"
#include "cab-words.h"

struct _CabPassphraseFields
{
  AdwBin parent_instance;

  /* Owned */
  char **known;

  /* Template */
  AdwPasswordEntryRow *first_row;
  AdwPasswordEntryRow *second_row;
  GtkLabel *strength_label;
  GtkLabel *difference_label;
  GtkLabel *caps_label;
  GtkCheckButton *understood_button;

  /* State */
  guint is_strong : 1;
  guint is_complete : 1;
};

enum
{
  PROP_COMPLETE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CabPassphraseFields, cab_passphrase_fields, ADW_TYPE_BIN)

static const char *
get_text (AdwPasswordEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static CabSecret *
dup_text (AdwPasswordEntryRow *row)
{
  const char *text = get_text (row);

  return *text != '\0' ? cab_secret_new_copy (text, strlen (text)) : NULL;
}

static void
judge (CabPassphraseFields *self)
{
  g_autoptr (CabSecret) typed = dup_text (self->first_row);
  g_autofree char *sentence = NULL;
  g_autofree char *time = NULL;
  CabStrength strength = { 0 };

  if (typed != NULL)
    cab_strength_judge (typed, (const char *const *)self->known, &strength);
  self->is_strong = strength.is_enough;
  gtk_widget_set_visible (GTK_WIDGET (self->strength_label), typed != NULL);
  if (typed == NULL)
    return;

  time = cab_strength_dup_time (&strength);
  if (strength.is_enough)
    /* Translators: %s is a time in words, such as “thousands of years” */
    sentence = g_strdup_printf (_ ("Good: it takes %s to guess"), time);
  else
    /* Translators: %s is a time in words, such as “about 3 hours” */
    sentence = g_strdup_printf (_ ("Too easily guessed: it takes %s"), time);
  gtk_label_set_label (self->strength_label, sentence);
}

/* Only once what is typed cannot become the same any more. */
static gboolean
differs (CabPassphraseFields *self)
{
  return !g_str_has_prefix (get_text (self->first_row), get_text (self->second_row));
}

static void
update_complete (CabPassphraseFields *self)
{
  gboolean is_complete = self->is_strong
                         && g_str_equal (get_text (self->first_row), get_text (self->second_row))
                         && gtk_check_button_get_active (self->understood_button);

  gtk_widget_set_visible (GTK_WIDGET (self->difference_label), differs (self));
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->second_row), GTK_ACCESSIBLE_STATE_INVALID,
      differs (self) ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (is_complete == self->is_complete)
    return;

  self->is_complete = is_complete != FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static void
on_first_changed_cb (CabPassphraseFields *self)
{
  judge (self);
  update_complete (self);
}

static void
show_typed (AdwPasswordEntryRow *row)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gtk_text_set_visibility (GTK_TEXT (text), TRUE);
}

/* The words are shown in the first field, to be written down; typing them into
 * the second proves that they were. */
static void
on_suggest_cb (CabPassphraseFields *self)
{
  CabVaultSettings settings;
  g_autoptr (CabSecret) words = NULL;
  char text[256] = { 0 };

  cab_settings_init (&settings);
  words = cab_words_new_passphrase (settings.ids, CAB_STRENGTH_ENOUGH_WORDS);
  memcpy (text, cab_secret_open (words), MIN (cab_secret_get_length (words), sizeof text - 1));
  cab_secret_close (words);
  cab_settings_clear (&settings);

  gtk_editable_set_text (GTK_EDITABLE (self->second_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->first_row), text);
  explicit_bzero (text, sizeof text);
  show_typed (self->first_row);
  show_typed (self->second_row);
  gtk_widget_grab_focus (GTK_WIDGET (self->second_row));
}

void
cab_passphrase_fields_set_known (CabPassphraseFields *self, const char *const *known)
{
  g_return_if_fail (CAB_IS_PASSPHRASE_FIELDS (self));

  g_strfreev (self->known);
  self->known = g_strdupv ((char **)known);
  on_first_changed_cb (self);
}

gboolean
cab_passphrase_fields_is_complete (CabPassphraseFields *self)
{
  g_return_val_if_fail (CAB_IS_PASSPHRASE_FIELDS (self), FALSE);

  return self->is_complete;
}

CabSecret *
cab_passphrase_fields_dup_secret (CabPassphraseFields *self)
{
  g_return_val_if_fail (CAB_IS_PASSPHRASE_FIELDS (self), NULL);

  return self->is_complete ? dup_text (self->first_row) : NULL;
}

void
cab_passphrase_fields_focus (CabPassphraseFields *self)
{
  g_return_if_fail (CAB_IS_PASSPHRASE_FIELDS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->first_row));
}

static void
cab_passphrase_fields_map (GtkWidget *widget)
{
  CabPassphraseFields *self = CAB_PASSPHRASE_FIELDS (widget);

  GTK_WIDGET_CLASS (cab_passphrase_fields_parent_class)->map (widget);

  cab_caps_lock_follow (GTK_WIDGET (self->caps_label), widget);
}

static void
cab_passphrase_fields_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, CAB_PASSPHRASE_FIELDS (object)->is_complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cab_passphrase_fields_finalize (GObject *object)
{
  g_strfreev (CAB_PASSPHRASE_FIELDS (object)->known);

  G_OBJECT_CLASS (cab_passphrase_fields_parent_class)->finalize (object);
}

static void
cab_passphrase_fields_class_init (CabPassphraseFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cab_passphrase_fields_get_property;
  object_class->finalize = cab_passphrase_fields_finalize;
  widget_class->map = cab_passphrase_fields_map;

  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/cabinet/Cabinet/ui/unlock/cab-passphrase-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, CabPassphraseFields, first_row);
  gtk_widget_class_bind_template_child (widget_class, CabPassphraseFields, second_row);
  gtk_widget_class_bind_template_child (widget_class, CabPassphraseFields, strength_label);
  gtk_widget_class_bind_template_child (widget_class, CabPassphraseFields, difference_label);
  gtk_widget_class_bind_template_child (widget_class, CabPassphraseFields, caps_label);
  gtk_widget_class_bind_template_child (widget_class, CabPassphraseFields, understood_button);
  gtk_widget_class_bind_template_callback (widget_class, on_first_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_complete);
  gtk_widget_class_bind_template_callback (widget_class, on_suggest_cb);
}

static void
cab_passphrase_fields_init (CabPassphraseFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cab_forgetting_add_passphrase (self->first_row);
  cab_forgetting_add_passphrase (self->second_row);
}
