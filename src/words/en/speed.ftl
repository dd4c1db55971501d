# The three speeds of the shift: how many reports were accepted, dispatched and answered in time.

speed-accept = accept
speed-dispatch = dispatch
speed-feedback = feedback
speed-none = none
speed-later = later
speed-share = { $speed } { $share }
speed-whole = { $share } ({ $buckets })
speed-shift = This shift: { $speeds }
