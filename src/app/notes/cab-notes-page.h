/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-action-table.h"
#include "cab-open-practice.h"

G_BEGIN_DECLS

/**
 * CabNotesPage:
 *
 * The tab Notes of a client [W-15]: notes or, apart from them, process notes
 * [W-81], by month. Properties: `practice`, `client-id`, `notes`.
 */
#define CAB_TYPE_NOTES_PAGE (cab_notes_page_get_type ())
G_DECLARE_FINAL_TYPE (CabNotesPage, cab_notes_page, CAB, NOTES_PAGE, AdwBin)

/** cab_notes_actions: the scope `notes.` */
extern const CabActionTable cab_notes_actions;

G_END_DECLS
