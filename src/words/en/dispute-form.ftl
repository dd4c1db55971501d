# Forms on disputes: titles, and the labels of their fields.
# A title's variable is the dispute, or the report that a new one is made from.

form-title-dispute-new = New dispute
form-title-dispute-new-from = New dispute from { $about }
form-title-dispute-assign = Assign { $about }: lead, measure, deadline, who answers
form-title-dispute-amend = Correct { $about }
form-title-dispute-add-party = Someone else in { $about }
form-title-dispute-amend-party = Correct who stands in { $about }
form-title-dispute-plan = Next sitting on { $about }
form-title-dispute-sit = Sitting on { $about }
form-title-dispute-agree = Agreement on { $about }
form-title-dispute-settle = Settle an obligation of { $about }
form-title-dispute-reopen = Open { $about } again
form-title-dispute-seek-confirmation = Ask a court to confirm { $about }
form-title-dispute-decide-confirmation = The court's answer on { $about }
form-title-dispute-leave-confirmation = No confirmation for { $about }
form-title-dispute-follow-up = Follow up { $about }
form-title-dispute-close = Close { $about } as fulfilled
form-title-dispute-fail = Mediation of { $about } failed
form-title-dispute-withdraw = { $about } is withdrawn
form-title-dispute-extend = More days for { $about }
form-title-dispute-mark-violent = { $about } may turn violent
form-title-dispute-calm = { $about } may no longer turn violent
form-title-dispute-contact = Spoken to because of { $about }
form-title-dispute-link = Link { $about }
form-title-dispute-involve = Who else takes part in { $about }
form-title-dispute-draw-up = Package of { $about }
form-title-dispute-conclude = Result of the package of { $about }
form-title-dispute-note = Note on { $about }

# Labels of fields: at most 14 cells, with a number in front 12. First what it is about and who stands in it.

form-label-quarrel = What happened
form-label-category = Category
form-label-severity = Severity
form-label-applicant = Applicant
form-label-applicant-phone = Their phone
form-label-respondent = Respondent
form-label-respondent-phone = Their phone
form-label-violent = Violent? Why
form-label-side = Name
form-label-side-role = Role
form-label-side-phone = Phone
form-label-name = Name
form-label-role = Role
form-label-address = Address
form-label-speaker = Spoken for by
form-label-speaker-phone = Their phone
form-label-speaker-as = As what
form-label-is-officer = Is officer
form-label-namesake = Namesake only

# The four fixed, the package, who else takes part.

form-label-lead = Lead officer
form-label-measure = Measure
form-label-deadline = To end by
form-label-answers-for = Answers for it
form-label-responsible = Responsible
form-label-result-by = Result by
form-label-involved-as = As what
form-label-link-to = Link to
form-label-contact = Whom, what

# Sittings.

form-label-at = When
form-label-came = Who came
form-label-said = What was said
form-label-next-at = Next sitting
form-label-next-place = Next place
form-label-began = Began at
form-label-mediator = Mediator
form-label-others = Others by name

# The agreement, its obligations, the court.

form-label-who = Who
form-label-what = What
form-label-due = By when
form-label-amount = Amount
form-label-terms = Also agreed
form-label-agreed-how = Made
form-label-assents = Who assents
form-label-obligation = Obligation
form-label-state = It was
form-label-court = Court
form-label-asking = Who asks
form-label-outcome = Court's answer

# How it ends, and what comes after.

form-label-consents = Who consents
form-label-followed-by = How
form-label-found = Found
form-label-path = Goes to
