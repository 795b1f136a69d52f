/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-field-editor.h"

#include <glib/gi18n.h>

#include "cab-blank.h"
#include "cab-codes-row.h"
#include "cab-refusal-row.h"
#include "cab-text-row.h"

struct _CabFieldEditor
{
  GObject parent_instance;

  const CabField *field;

  /* Owned */
  GtkWidget *row;
  CabRefusalRow *refusal_row;
  GArray *codes; /* of gsize: the code of each choice of a combo row; G_MAXSIZE: none */

  /* State */
  guint is_setting : 1;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CabFieldEditor, cab_field_editor, G_TYPE_OBJECT)

#define NOT_STATED G_MAXSIZE

/* How each type is edited; those without a way are set by acts, never typed. */
typedef enum
{
  WAY_NONE,
  WAY_LINE,
  WAY_LINES,
  WAY_CHOICE,
  WAY_CHOICES,
  WAY_SWITCH
} Way;

static Way
get_way (const CabField *field)
{
  static const Way ways[] = {
    [CAB_FIELD_TEXT] = WAY_LINE,    [CAB_FIELD_LONGTEXT] = WAY_LINES,
    [CAB_FIELD_DATE] = WAY_LINE,    [CAB_FIELD_PARTIAL_DATE] = WAY_LINE,
    [CAB_FIELD_INSTANT] = WAY_NONE, [CAB_FIELD_LOCAL] = WAY_LINE,
    [CAB_FIELD_ZONE] = WAY_LINE,    [CAB_FIELD_TIME] = WAY_LINE,
    [CAB_FIELD_INTEGER] = WAY_LINE, [CAB_FIELD_BOOL] = WAY_SWITCH,
    [CAB_FIELD_DECIMAL] = WAY_LINE, [CAB_FIELD_MONEY] = WAY_LINE,
    [CAB_FIELD_CODE] = WAY_CHOICE,  [CAB_FIELD_CODES] = WAY_CHOICES,
    [CAB_FIELD_REF] = WAY_NONE,     [CAB_FIELD_BLOB_REF] = WAY_NONE,
    [CAB_FIELD_DIGEST] = WAY_NONE,  [CAB_FIELD_BYTES] = WAY_NONE,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (ways) == CAB_N_FIELD_TYPES);

  return ways[field->type];
}

gboolean
cab_field_editor_can_edit (const CabField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return get_way (field) != WAY_NONE;
}

/* The label, with how the value is written where nobody can guess it. */
static char *
dup_title (const CabField *field)
{
  const char *label = _ (field->label);

  if (field->type == CAB_FIELD_DATE)
    /* Translators: %s is the label of a date, such as “Referred on” */
    return g_strdup_printf (_ ("%s (2025-10-03)"), label);
  if (field->type == CAB_FIELD_LOCAL)
    /* Translators: %s is the label of a date with a time of day, such as “Felt at” */
    return g_strdup_printf (_ ("%s (2025-10-03T09:30)"), label);
  if (field->type == CAB_FIELD_PARTIAL_DATE)
    /* Translators: %s is the label of a date of which a part may be known */
    return g_strdup_printf (_ ("%s (2025, 2025-10 or 2025-10-03)"), label);
  if (field->type == CAB_FIELD_TIME)
    /* Translators: %s is the label of a time of day */
    return g_strdup_printf (_ ("%s (09:30)"), label);
  if (field->required == CAB_REQUIRED_YES && get_way (field) == WAY_LINE)
    /* Translators: %s is the label of a field that must be filled in */
    return g_strdup_printf (_ ("%s (needed)"), label);

  return g_strdup (label);
}

static void
fill_choice (CabFieldEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const CabCodes *codes = self->field->codes;

  g_array_set_size (self->codes, 0);
  if (self->field->required != CAB_REQUIRED_YES)
    {
      g_array_append_vals (self->codes, &(gsize){ NOT_STATED }, 1);
      gtk_string_list_append (names, _ ("Not stated"));
    }
  for (gsize i = 0; i < codes->n_codes; i++)
    if (!codes->codes[i].retired)
      {
        g_array_append_vals (self->codes, &i, 1);
        gtk_string_list_append (names, _ (codes->codes[i].label));
      }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (names));
}

static void
on_changed_cb (CabFieldEditor *self)
{
  if (!self->is_setting)
    g_signal_emit (self, changed_signal, 0);
}

static void
make_row (CabFieldEditor *self)
{
  const char *property = NULL;

  switch (get_way (self->field))
    {
    case WAY_LINE:
      self->row = adw_entry_row_new ();
      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->row), TRUE);
      property = "notify::text";
      break;
    case WAY_LINES:
      self->row = g_object_new (CAB_TYPE_TEXT_ROW, NULL);
      property = "notify::text";
      break;
    case WAY_CHOICE:
      self->row = adw_combo_row_new ();
      fill_choice (self);
      property = "notify::selected";
      break;
    case WAY_CHOICES:
      self->row = GTK_WIDGET (cab_codes_row_new (self->field->codes));
      property = "notify::text";
      break;
    case WAY_SWITCH:
      self->row = adw_switch_row_new ();
      property = "notify::active";
      break;
    case WAY_NONE:
      g_return_if_reached ();
    }

  g_signal_connect_object (self->row, property, G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

CabFieldEditor *
cab_field_editor_new (const CabField *field)
{
  CabFieldEditor *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (field != NULL && cab_field_editor_can_edit (field), NULL);

  self = g_object_new (CAB_TYPE_FIELD_EDITOR, NULL);
  self->field = field;
  make_row (self);
  g_object_ref_sink (self->row);
  title = dup_title (field);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  gtk_widget_set_tooltip_text (self->row, _ (field->why));
  cab_field_editor_set_text (self, NULL);

  return self;
}

void
cab_field_editor_add_to (CabFieldEditor *self, AdwPreferencesGroup *group)
{
  g_return_if_fail (CAB_IS_FIELD_EDITOR (self));

  adw_preferences_group_add (group, self->row);
  adw_preferences_group_add (group, GTK_WIDGET (self->refusal_row));
}

GtkWidget *
cab_field_editor_get_row (CabFieldEditor *self)
{
  g_return_val_if_fail (CAB_IS_FIELD_EDITOR (self), NULL);

  return self->row;
}

static char *
dup_choice (CabFieldEditor *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
  gsize code
      = position < self->codes->len ? g_array_index (self->codes, gsize, position) : NOT_STATED;

  return code != NOT_STATED ? g_strdup (self->field->codes->codes[code].code) : NULL;
}

char *
cab_field_editor_dup_text (CabFieldEditor *self)
{
  char *text = NULL;

  g_return_val_if_fail (CAB_IS_FIELD_EDITOR (self), NULL);

  switch (get_way (self->field))
    {
    case WAY_LINE:
      text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
      break;
    case WAY_LINES:
    case WAY_CHOICES:
      g_object_get (self->row, "text", &text, NULL);
      break;
    case WAY_CHOICE:
      return dup_choice (self);
    case WAY_SWITCH:
      return g_strdup (adw_switch_row_get_active (ADW_SWITCH_ROW (self->row)) ? "true" : "false");
    case WAY_NONE:
      g_return_val_if_reached (NULL);
    }

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

/* A retired code is offered only where it already stands [M-15]. */
static void
set_choice (CabFieldEditor *self, const char *text)
{
  int code = text != NULL ? cab_codes_find (self->field->codes, text) : -1;
  gsize wanted = code >= 0 ? (gsize)code : NOT_STATED;

  /* What must be chosen is never chosen by standing first in the list. */
  if (wanted == NOT_STATED && self->field->required == CAB_REQUIRED_YES
      && g_array_index (self->codes, gsize, self->codes->len - 1) != NOT_STATED)
    {
      GListModel *names = adw_combo_row_get_model (ADW_COMBO_ROW (self->row));

      g_array_append_vals (self->codes, &wanted, 1);
      gtk_string_list_append (GTK_STRING_LIST (names), _ ("Choose…"));
    }

  for (guint i = 0; i < self->codes->len; i++)
    if (g_array_index (self->codes, gsize, i) == wanted)
      {
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), i);
        return;
      }

  if (code >= 0)
    {
      GListModel *names = adw_combo_row_get_model (ADW_COMBO_ROW (self->row));

      g_array_append_vals (self->codes, &wanted, 1);
      gtk_string_list_append (GTK_STRING_LIST (names), _ (self->field->codes->codes[code].label));
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), self->codes->len - 1);
    }
}

void
cab_field_editor_set_text (CabFieldEditor *self, const char *text)
{
  g_return_if_fail (CAB_IS_FIELD_EDITOR (self));

  self->is_setting = TRUE;
  switch (get_way (self->field))
    {
    case WAY_LINE:
      gtk_editable_set_text (GTK_EDITABLE (self->row), text != NULL ? text : "");
      break;
    case WAY_LINES:
    case WAY_CHOICES:
      g_object_set (self->row, "text", text != NULL ? text : "", NULL);
      break;
    case WAY_CHOICE:
      set_choice (self, text);
      break;
    case WAY_SWITCH:
      adw_switch_row_set_active (ADW_SWITCH_ROW (self->row), g_strcmp0 (text, "true") == 0);
      break;
    case WAY_NONE:
      g_assert_not_reached ();
    }
  self->is_setting = FALSE;
}

const char *
cab_field_editor_get_refusal (CabFieldEditor *self)
{
  g_return_val_if_fail (CAB_IS_FIELD_EDITOR (self), NULL);

  return cab_refusal_row_get_sentence (self->refusal_row);
}

void
cab_field_editor_set_refusal (CabFieldEditor *self, const char *sentence)
{
  g_return_if_fail (CAB_IS_FIELD_EDITOR (self));

  cab_refusal_row_show (self->refusal_row, self->row, sentence);
}

void
cab_field_editor_set_editable (CabFieldEditor *self, gboolean is_editable)
{
  g_return_if_fail (CAB_IS_FIELD_EDITOR (self));

  if (get_way (self->field) == WAY_LINE || get_way (self->field) == WAY_LINES)
    g_object_set (self->row, "editable", is_editable, NULL);
  else
    gtk_widget_set_sensitive (self->row, is_editable);
}

/* What holds the text of a line or of lines; a choice is no text. */
static GtkWidget *
find_text (GtkWidget *root)
{
  if (GTK_IS_TEXT (root) || GTK_IS_TEXT_VIEW (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *text = find_text (child);

      if (text != NULL)
        return text;
    }

  return NULL;
}

void
cab_field_editor_blank (CabFieldEditor *self, CabOpenPractice *practice)
{
  GtkWidget *text;

  g_return_if_fail (CAB_IS_FIELD_EDITOR (self));

  text = (self->field->flags & CAB_FLAG_SENSITIVE) != 0 ? find_text (self->row) : NULL;
  if (text != NULL)
    cab_blank_widget (text, self->row, practice);
}

static void
cab_field_editor_dispose (GObject *object)
{
  CabFieldEditor *self = CAB_FIELD_EDITOR (object);

  g_clear_object (&self->row);
  g_clear_object (&self->refusal_row);

  G_OBJECT_CLASS (cab_field_editor_parent_class)->dispose (object);
}

static void
cab_field_editor_finalize (GObject *object)
{
  g_array_unref (CAB_FIELD_EDITOR (object)->codes);

  G_OBJECT_CLASS (cab_field_editor_parent_class)->finalize (object);
}

static void
cab_field_editor_class_init (CabFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cab_field_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = cab_field_editor_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cab_field_editor_init (CabFieldEditor *self)
{
  self->codes = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->refusal_row = g_object_ref_sink (g_object_new (CAB_TYPE_REFUSAL_ROW, NULL));
}
