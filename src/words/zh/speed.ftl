# 本班三速：签收、出警、反馈及时的警情数。

speed-accept = 签收
speed-dispatch = 出警
speed-feedback = 反馈
speed-none = 无
speed-later = 更久
speed-share = { $speed } { $share }
speed-whole = { $share }（{ $buckets }）
speed-shift = 本班 { $speeds }
