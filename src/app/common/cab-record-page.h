/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include <adwaita.h>

#include "cab-form.h"
#include "cab-layout.h"

G_BEGIN_DECLS

/**
 * CabRecordPage:
 *
 * The form of a stored record, by its layout. There is no Save button: what is
 * typed is written as the person goes on [M-18].
 */
#define CAB_TYPE_RECORD_PAGE (cab_record_page_get_type ())
G_DECLARE_FINAL_TYPE (CabRecordPage, cab_record_page, CAB, RECORD_PAGE, AdwNavigationPage)

/**
 * cab_record_page_new:
 * @practice: an open practice
 * @title: its heading
 * @layout: a kind and its fields
 * @id: the record
 *
 * Returns: a page to push
 */
AdwNavigationPage *cab_record_page_new (CabOpenPractice *practice,
                                        const char *title,
                                        const CabLayout *layout,
                                        const char *id);

/** cab_record_page_get_form: Returns: (transfer none) (nullable): once the record is read */
CabForm *cab_record_page_get_form (CabRecordPage *self);

G_END_DECLS
